using System.Globalization;
using System.Text.Json;
using Campaigns.Integrations.Models;

namespace Campaigns.Integrations.Http;

/// <summary>What one call brought: a status with JSON, or the reason why there is none.</summary>
/// <param name="Status">HTTP's; 0 when there was no answer.</param>
/// <param name="Body">Undefined when it is no JSON.</param>
/// <param name="Header">A header's value by its name; null when it is not there.</param>
/// <param name="RetryAfter">The wait that a header asks for.</param>
/// <param name="Failed">Why there is nothing to read. An error status alone is left to the provider's own table.</param>
internal sealed record Heard(int Status, JsonElement Body, Func<string, string?> Header, TimeSpan? RetryAfter = null, Failed? Failed = null)
{
    /// <summary>Whether it was taken, and can be read.</summary>
    public bool IsSuccess => Failed is null && Status is >= 200 and < 300;

    /// <summary>For an error that has no code of its own, such as <c>http_503</c>.</summary>
    public string StatusCode => string.Create(CultureInfo.InvariantCulture, $"http_{Status}");

    /// <summary>There was no answer.</summary>
    public static Heard Nothing(Failure failure, string code) => new(0, default, _ => null, null, new(failure, code));

    /// <summary>An answer that was read to its end.</summary>
    public static Heard Answer(int status, ReadOnlyMemory<byte> body, string? contentType, Func<string, string?> header, DateTimeOffset now)
    {
        var json = LenientJson.Parse(body);
        Failed? failed = status switch
        {
            >= 300 and < 400 => new(Failure.AddressWrong, string.Create(CultureInfo.InvariantCulture, $"http_{status}")),
            >= 200 and < 300 when json is null => IsPage(body.Span, contentType)
                ? new(Failure.Html, "html")
                : new(Failure.NotJson, "not_json"),
            _ => null,
        };
        return new(status, json ?? default, header, Wait(header("Retry-After"), now), failed);
    }

    /// <summary>Seconds, also with a fraction, or a date.</summary>
    private static TimeSpan? Wait(string? header, DateTimeOffset now)
    {
        if (double.TryParse(header, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
            return seconds < TimeSpan.FromDays(7).TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
        return DateTimeOffset.TryParse(header, CultureInfo.InvariantCulture, out var date) && date > now ? date - now : null;
    }

    private static bool IsPage(ReadOnlySpan<byte> body, string? contentType) =>
        contentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) is true || body.TrimStart(" \r\n\t"u8).StartsWith("<"u8);
}
