using System.Collections.Immutable;
using Campaigns.Domain.Publications;

namespace Campaigns.Domain.Accounts;

/// <summary>An account's day: what the platform says that may be published, and the places that are kept for our own posts.</summary>
/// <param name="Reading">What the platform last said; null when it never did.</param>
/// <param name="Places">The places, the earliest first. One whose moment has passed counts as published for a day, unless it was given back.</param>
public sealed record AccountQuota(QuotaReading? Reading, ImmutableList<AccountPlace> Places)
{
    /// <summary>The platform's window.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <summary>More places than any platform's day has: what keeps a state bounded where the platform names no limit.</summary>
    public const int MostPlaces = 1000;

    /// <summary>Nothing known, nothing kept.</summary>
    public static AccountQuota None { get; } = new(null, []);

    /// <summary>The place that is kept for a publication; null when none is.</summary>
    public DateTimeOffset? PlaceOf(PublicationId publication) => Places.Find(place => place.Publication == publication)?.At;

    internal AccountQuota With(PublicationId publication, DateTimeOffset at, DateTimeOffset reservedAt)
    {
        var left = Places.RemoveAll(place => place.Publication == publication || place.At <= reservedAt - Window);
        if (left.Count >= MostPlaces)
            left = left.RemoveRange(0, left.Count - MostPlaces + 1);
        var after = left.FindIndex(place => place.At > at);
        return this with { Places = left.Insert(after < 0 ? left.Count : after, new(publication, at)) };
    }

    internal AccountQuota Without(PublicationId publication) =>
        this with
        {
            Places = Places.RemoveAll(place => place.Publication == publication),
        };

    /// <summary>What the platform counts beyond our own was published by others, or by hand.</summary>
    internal AccountQuota Read(int used, int total, DateTimeOffset at)
    {
        var ours = Places.Count(place => place.At <= at && place.At > at - Window);
        return this with { Reading = new(used, total, at, Math.Max(0, used - ours)) };
    }
}

/// <summary>What the platform said of an account's day.</summary>
/// <param name="Used">Published in the last 24 hours.</param>
/// <param name="Total">How many may be.</param>
/// <param name="At">When it said so, UTC.</param>
/// <param name="Foreign">Those of <paramref name="Used"/> that were not ours.</param>
public sealed record QuotaReading(int Used, int Total, DateTimeOffset At, int Foreign);

/// <summary>A place in an account's day.</summary>
/// <param name="Publication">Whose it is.</param>
/// <param name="At">When it may go out, UTC.</param>
public sealed record AccountPlace(PublicationId Publication, DateTimeOffset At);

/// <summary>The platform blocks an account for a time.</summary>
/// <param name="Problem">What it said.</param>
/// <param name="Since">UTC.</param>
/// <param name="Until">How long nothing is tried on it, UTC.</param>
public sealed record AccountBlock(Problem Problem, DateTimeOffset Since, DateTimeOffset Until);
