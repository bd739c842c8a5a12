using System.Globalization;
using System.Text.Json.Serialization;
using Campaigns.Domain.Generations;

namespace Campaigns.Domain.Ledgers;

/// <summary>One call to a provider. 1 to 100 printable ASCII characters; the same call always has the same one, so that it is reserved and settled once.</summary>
[JsonConverter(typeof(StringIdJsonConverter<AttemptId>))]
public readonly record struct AttemptId : IStringId<AttemptId>
{
    private AttemptId(string value) => Value = value;

    /// <inheritdoc />
    public string Value => field ?? "";

    /// <summary>The <paramref name="number"/>th call of an AI job.</summary>
    public static AttemptId Of(GenerationId generation, int number) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{generation.Value}.{number}"));

    /// <inheritdoc />
    public static AttemptId Parse(string text) =>
        text is { Length: > 0 and <= 100 } && !text.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? new(text)
            : throw new FormatException("An attempt id has 1 to 100 printable ASCII characters.");

    /// <inheritdoc />
    public override string ToString() => Value;
}
