using System.Text.Json.Serialization;

namespace Campaigns.Domain;

/// <summary>A client's name for one command, so that repeating it is safe. 1 to 100 printable ASCII characters.</summary>
[JsonConverter(typeof(StringIdJsonConverter<CommandId>))]
public readonly record struct CommandId : IStringId<CommandId>
{
    private CommandId(string value) => Value = value;

    /// <inheritdoc />
    public string Value => field ?? "";

    /// <inheritdoc />
    public static CommandId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("A command id has 1 to 100 printable ASCII characters.");

    /// <summary>Reads a command id; false when the text is none.</summary>
    public static bool TryParse(string? text, out CommandId id)
    {
        var valid = text is { Length: > 0 and <= 100 } && !text.AsSpan().ContainsAnyExceptInRange('!', '~');
        id = valid ? new(text!) : default;
        return valid;
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
