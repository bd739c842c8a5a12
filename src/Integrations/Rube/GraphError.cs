using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Campaigns.Integrations.Http;

namespace Campaigns.Integrations.Rube;

/// <summary>The numbers of an error of Instagram's, wherever in an answer they stand. Its words are for people, and decide nothing.</summary>
/// <param name="Code">The general one.</param>
/// <param name="Subcode">The exact one.</param>
/// <param name="IsTransient">Whether the platform itself says that it passes.</param>
internal sealed partial record GraphError(long? Code, long? Subcode, bool IsTransient)
{
    public static GraphError Unknown { get; } = new(null, null, false);

    /// <summary>The first of the errors that has numbers.</summary>
    public static GraphError In(IEnumerable<JsonElement> errors) =>
        errors.Select(Find).FirstOrDefault(found => found != Unknown) ?? Unknown;

    /// <summary>Such as <c>9007/2207027</c>.</summary>
    public override string ToString() =>
        Code is null && Subcode is null
            ? "unknown"
            : string.Join('/', new[] { Code, Subcode }.OfType<long>().Select(number => number.ToString(CultureInfo.InvariantCulture)));

    private static GraphError Find(JsonElement error) =>
        error.ValueKind switch
        {
            JsonValueKind.Object when error.Member("error").ValueKind is JsonValueKind.Object => Find(error.Member("error")),
            JsonValueKind.Object when (error.Number("code") ?? error.Number("error_subcode")) is not null => new(
                error.Number("code"),
                error.Number("error_subcode"),
                error.IsTrue("is_transient")
            ),
            JsonValueKind.Object => FindIn(error.GetRawText()),
            JsonValueKind.String => FindIn(error.GetString()!),
            _ => Unknown,
        };

    /// <summary>A string may be Graph's JSON, hold it among words, or hold no more than a number.</summary>
    private static GraphError FindIn(string text) =>
        LenientJson.Parse(Encoding.UTF8.GetBytes(text)) is { } whole && whole.Member("error").ValueKind is JsonValueKind.Object
            ? Find(whole)
            : new(
                Number(CodeMember.Match(text)) ?? Number(LeadingCode.Match(text)),
                Number(SubcodeMember.Match(text)) ?? Number(InstagramSubcode.Match(text)),
                TransientMember.IsMatch(text)
            );

    private static long? Number(Match match) =>
        match.Success
        && long.TryParse(match.Groups[1].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    [GeneratedRegex("""(?<!\w)code\\*["']?\s*[:=]\s*\\*["']?(-?\d{1,9})\b""")]
    private static partial Regex CodeMember { get; }

    [GeneratedRegex("""(?<!\w)error_subcode\\*["']?\s*[:=]\s*\\*["']?(\d{1,9})\b""")]
    private static partial Regex SubcodeMember { get; }

    [GeneratedRegex("""(?<!\w)is_transient\\*["']?\s*[:=]\s*[Tt]rue\b""")]
    private static partial Regex TransientMember { get; }

    /// <summary>Graph puts its code before its message: <c>(#9007) …</c>.</summary>
    [GeneratedRegex(@"\(#(\d{1,9})\)")]
    private static partial Regex LeadingCode { get; }

    [GeneratedRegex(@"\b(22070\d\d)\b")]
    private static partial Regex InstagramSubcode { get; }
}
