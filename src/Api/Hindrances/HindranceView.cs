using Campaigns.Domain.Hindrances;
using GraphQL;

namespace Campaigns.Api.Hindrances;

/// <summary>Why a post has not gone out at this moment.</summary>
[Name("Hindrance")]
public sealed class HindranceView(IReadOnlyList<Hindrance> found)
{
    private readonly Hindrance first = found[0];

    /// <summary>What keeps it back.</summary>
    public HindranceCause Cause => first.Cause;

    /// <summary>Since when; null where nobody knows.</summary>
    public DateTimeOffset? Since => first.Since;

    /// <summary>When it is looked at again by itself; null: when a person acts.</summary>
    public DateTimeOffset? NextWakeUp => first.NextWakeUp;

    /// <summary>The same as one English sentence, for people.</summary>
    public string InWords => first.InWords;

    /// <summary>The platform's own code, where a problem of the platform is the cause; null elsewhere.</summary>
    public string? Code => first.Code;

    /// <summary>What else would keep it back if this did not, the decisive first.</summary>
    public IReadOnlyList<HindranceView> Also => [.. found.Skip(1).Select(other => new HindranceView([other]))];

    internal static HindranceView? Of(IReadOnlyList<Hindrance> found) => found.Count == 0 ? null : new(found);
}
