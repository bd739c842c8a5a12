using Campaigns.Domain.Generations;

namespace Campaigns.Grains.Generations;

/// <summary>A call that this activation is making.</summary>
/// <param name="Attempt">Which.</param>
/// <param name="Stop">Ends it.</param>
internal sealed record CallInHand(int Attempt, CancellationTokenSource Stop)
{
    /// <summary>What comes of it.</summary>
    public Task<CallNews> News { get; set; } = Task.FromException<CallNews>(new InvalidOperationException("Not begun."));
}

/// <summary>What a call told.</summary>
internal abstract record CallNews
{
    private CallNews() { } // closed: every case is below

    /// <summary>It ended.</summary>
    public sealed record Over(AttemptEnd End) : CallNews;

    /// <summary>It goes on at the provider.</summary>
    public sealed record Going(string Operation, double? Share, string? RequestId) : CallNews;

    /// <summary>The provider did not say how it stands: the looking failed, not the making.</summary>
    public sealed record NotSeen(TimeSpan? Wish) : CallNews;
}
