using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Campaigns.Api.GraphQL.Http;

/// <summary>The shapes of an answer, and which of them a client asks for.</summary>
internal static class MediaTypes
{
    public const string GraphQL = "application/graphql-response+json";
    public const string Json = "application/json";

    /// <summary>A stream of answers, as server-sent events.</summary>
    public const string Events = "text/event-stream";

    /// <summary>The answer's media type; null when Accept allows none. No Accept at all means <see cref="Json"/>, as older clients expect.</summary>
    public static string? Negotiate(HttpRequest request)
    {
        if (request.Headers.Accept.Count == 0)
            return Json;
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var ranges))
            return null;

        var events = Best(ranges, Events);
        var one = OfOne(ranges);
        // A stream is for those who name it: a wildcard does not expect one.
        return events is { Named: true, Quality: > 0 } && events.Quality >= one.Quality ? Events : one.Type;
    }

    /// <summary>The media type for one answer where <see cref="Events"/> was negotiated; null: as events, which were wished for most.</summary>
    public static string? NegotiateOne(HttpRequest request)
    {
        var ranges = MediaTypeHeaderValue.ParseList(request.Headers.Accept);
        var one = OfOne(ranges);
        return one.Quality < Best(ranges, Events).Quality ? null : one.Type;
    }

    private static (string? Type, double Quality) OfOne(IList<MediaTypeHeaderValue> ranges)
    {
        var graphQL = Best(ranges, GraphQL);
        var json = Best(ranges, Json);
        if (graphQL.Quality is 0 && json.Quality is 0)
            return (null, 0);
        // At equal wish, whoever names the newer type understands it; a wildcard may not.
        return graphQL.Quality > json.Quality || (graphQL.Quality == json.Quality && graphQL.Named)
            ? (GraphQL, graphQL.Quality)
            : (Json, json.Quality);
    }

    public static bool IsUtf8Json(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
        && SpeaksUtf8(type);

    // The most specific range that fits decides, whatever its q.
    private static (double Quality, bool Named) Best(IEnumerable<MediaTypeHeaderValue> ranges, string type)
    {
        var wanted = new MediaTypeHeaderValue(type);
        var range = ranges
            .Where(range => SpeaksUtf8(range) && Covers(range, wanted))
            .OrderBy(range => range.MatchesAllTypes)
            .ThenBy(range => range.MatchesAllSubTypes)
            .FirstOrDefault();
        return (range is null ? 0 : range.Quality ?? 1, range is { MatchesAllSubTypes: false });
    }

    private static bool Covers(MediaTypeHeaderValue range, MediaTypeHeaderValue type) =>
        range.MatchesAllTypes
        || (range.Type.Equals(type.Type, StringComparison.OrdinalIgnoreCase) && range.MatchesAllSubTypes)
        || range.MediaType.Equals(type.MediaType, StringComparison.OrdinalIgnoreCase);

    private static bool SpeaksUtf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue
        || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)
        || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf8", StringComparison.OrdinalIgnoreCase);
}
