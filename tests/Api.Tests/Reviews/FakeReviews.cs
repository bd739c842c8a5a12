using System.Reflection;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Reviews;
using Campaigns.Grains;
using Campaigns.Grains.Reviews;

namespace Campaigns.Api.Tests.Reviews;

/// <summary>The grains that reviewers meet: tokens with a signature of nothing but sevens are genuine, and open what a test says.</summary>
public class FakeReviews : DispatchProxy
{
    private readonly Door door = new();

    /// <summary>What a genuine token opens; null: nothing any more.</summary>
    public ReviewSheet? Sheet
    {
        get => door.Sheet;
        set => door.Sheet = value;
    }

    /// <summary>How often a review was opened, or tried to be.</summary>
    public int Opened => door.Opened;

    public static byte[] Signature { get; } = [.. Enumerable.Repeat((byte)7, 32)];

    public static (IGrainFactory Grains, FakeReviews Reviews) Create()
    {
        var grains = Create<IGrainFactory, FakeReviews>();
        return (grains, (FakeReviews)grains);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => door;

    private sealed class Door : IReviewGrain, IReviewLinkGrain
    {
        private int opened;

        public ReviewSheet? Sheet { get; set; }

        public int Opened => opened;

        public Task<bool> IsGenuine(string token) =>
            Task.FromResult(ReviewLink.Claimed(token) is var (_, signature) && signature.SequenceEqual(Signature));

        public Task<ReviewSheet?> Open(string token, CancellationToken ct)
        {
            Interlocked.Increment(ref opened);
            return Task.FromResult(Sheet);
        }

        public Task<string> TokenOf(CampaignId campaign, InviteId invite, DateTimeOffset expiresAt) => throw new NotSupportedException();

        public Task<Outcome?> Approve(string token, ApproveItem ask, CommandContext by) => throw new NotSupportedException();

        public Task<Outcome?> RequestChanges(string token, RequestChanges ask, CommandContext by) => throw new NotSupportedException();

        public Task<Outcome?> Comment(string token, ItemId item, string text, CommandContext by) => throw new NotSupportedException();

        public Task<CampaignReviews?> Of(CampaignId campaign, CancellationToken ct) => throw new NotSupportedException();
    }
}
