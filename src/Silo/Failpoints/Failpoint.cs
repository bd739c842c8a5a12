using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Campaigns.Domain;

namespace Campaigns.Silo.Failpoints;

/// <summary>Where a process of the sandbox kills itself: a place that publishing passes, and at which passing. Written <c>publish.after_call:3</c>.</summary>
/// <param name="Place">One of <see cref="Places"/>.</param>
/// <param name="Passing">From 1.</param>
internal sealed record Failpoint(string Place, int Passing)
{
    /// <summary>Every place: on both sides of each call to the platform, and of each append of each event.</summary>
    public static IReadOnlyList<string> Places { get; } =
    [
        .. Calls.All.SelectMany(call => new[] { BeforeCall(call), AfterCall(call) }),
        .. EventCatalogue.All.Values.SelectMany(fact => new[] { BeforeAppend(fact), AfterAppend(fact) }).Order(StringComparer.Ordinal),
    ];

    /// <summary>The call was not made yet; its intent, if it has one, is committed.</summary>
    public static string BeforeCall(string call) => $"{call}.before_call";

    /// <summary>The platform has answered, and nothing of that is recorded.</summary>
    public static string AfterCall(string call) => $"{call}.after_call";

    /// <summary>The event was decided and not sent to the log.</summary>
    public static string BeforeAppend(Type fact) => $"{Step(fact)}.before_append";

    /// <summary>The event is committed, and whoever appended it does not know.</summary>
    public static string AfterAppend(Type fact) => $"{Step(fact)}.after_append";

    /// <summary>Reads what was written; false with the reason when it is no failpoint.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Failpoint? failpoint, [NotNullWhen(false)] out string? complaint)
    {
        failpoint = null;
        complaint = text.Split(':') switch
        {
            [var place, ..] when !Places.Contains(place) => $"names '{place}', which nothing passes; there are {string.Join(", ", Places)}",
            [_] => null,
            [_, var number] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var passing) && passing > 0 =>
                null,
            _ => "does not say at which passing, from 1",
        };
        if (complaint is not null)
            return false;
        failpoint = text.Split(':') is [var name, var count]
            ? new(name, int.Parse(count, CultureInfo.InvariantCulture))
            : new(text, Passing: 1);
        return true;
    }

    /// <summary>The stored name without its version: <c>publication.publish_started</c>.</summary>
    private static string Step(Type fact)
    {
        var name = EventCatalogue.NameOf(fact);
        return name[..name.LastIndexOf('.')];
    }

    /// <summary>The saga's calls to the platform.</summary>
    internal static class Calls
    {
        public const string Upload = "upload";
        public const string UploadChild = "upload_child";
        public const string UploadCarousel = "upload_carousel";
        public const string Check = "check";
        public const string Publish = "publish";
        public const string Quota = "quota";

        public static readonly string[] All = [Upload, UploadChild, UploadCarousel, Check, Publish, Quota];
    }
}
