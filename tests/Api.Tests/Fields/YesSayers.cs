using System.Collections.Concurrent;
using System.Reflection;
using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Hindrances;
using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Members;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Reviews;
using Campaigns.Domain.Scheduling;
using Campaigns.Domain.Tenants;
using Campaigns.Grains;
using Campaigns.Grains.Accounts;
using Campaigns.Grains.EventSourcing;
using Campaigns.Grains.History;
using Campaigns.Grains.Members;
using Campaigns.Grains.Scheduling;
using Campaigns.Grains.Tenants;
using Campaigns.Grains.Webhooks;

namespace Campaigns.Api.Tests.Fields;

/// <summary>Grains that accept every command, as if it had been committed at one place of the log.</summary>
public class YesSayers : DispatchProxy
{
    /// <summary>Where every command is said to stand.</summary>
    public string Position { get; set; } = "0";

    /// <summary>What every command is refused with; null: none is.</summary>
    public Outcome? Instead { get; set; }

    /// <summary>So many of the next calls meet a silo that is lost.</summary>
    public int Losses { get; set; }

    /// <summary>What a tenant's history grain answers with: that one reads, and so cannot say yes.</summary>
    public Func<string, IHistoryGrain>? History { get; set; }

    /// <summary>What the directory of members was told.</summary>
    public ConcurrentQueue<DirectoryMessage> Heard { get; } = [];

    /// <summary>What operators are said to have looked at.</summary>
    public ConcurrentQueue<string> Looks { get; } = [];

    /// <summary>The directory of members cannot be reached.</summary>
    public bool IsDirectoryAway { get; set; }

    /// <summary>The keys of the grains that were addressed.</summary>
    public List<string> Addressed { get; } = [];

    /// <summary>A factory of such grains.</summary>
    public static IGrainFactory Create() => Create<IGrainFactory, YesSayers>();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var key = (string)args![0]!;
        if (targetMethod!.ReturnType == typeof(IDirectoryGrain))
        {
            Note(key);
            return new Directory(this);
        }
        if (targetMethod.ReturnType == typeof(IHistoryGrain) && History is not null)
        {
            Note(key);
            return History(key);
        }
        var grain = Create(targetMethod.ReturnType, typeof(Grain));
        ((Grain)grain).Outcome = Instead ?? new Outcome.Accepted(1, Position);
        ((Grain)grain).Asked = () => Note(key);
        return grain;
    }

    private sealed class Directory(YesSayers sayers) : IDirectoryGrain
    {
        public Task<bool> Hear(DirectoryMessage message)
        {
            var known = sayers.Heard.Any(one => one.Id == message.Id);
            sayers.Heard.Enqueue(message);
            return Answer(!known);
        }

        public Task Saw(TenantId tenant, ActorId person, string role) => Answer(true);

        public Task Used(TenantId tenant, ServiceTokenId token) => Answer(true);

        public Task<bool> Erase(TenantId tenant, ActorId person) => Answer(true);

        public Task Looked(TenantId tenant, ActorId person, string what)
        {
            sayers.Looks.Enqueue($"{person} {what}");
            return Answer(true);
        }

        private Task<bool> Answer(bool answer) =>
            sayers.IsDirectoryAway ? Task.FromException<bool>(new StoreAwayException("It is away.")) : Task.FromResult(answer);
    }

    /// <summary>Whether the silo of the grain is lost.</summary>
    private bool Note(string key)
    {
        lock (Addressed)
        {
            Addressed.Add(key);
            return Losses > 0 && Losses-- > 0;
        }
    }

    public class Grain : DispatchProxy
    {
        public Outcome Outcome { get; set; } = null!;

        public Func<bool> Asked { get; set; } = null!;

        // Whether the tenant takes commands at all is asked before each, and says nothing of what the command addresses.
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod!.ReturnType == typeof(Task<Closing>) ? Task.FromResult(Closing.Open) : Answer(targetMethod, isLost: Asked());

        private object Answer(MethodInfo targetMethod, bool isLost) =>
            targetMethod.ReturnType == typeof(Task<ConnectionOutcome>) ? Task.FromResult(new ConnectionOutcome(Outcome, Given.Account))
            : targetMethod.ReturnType == typeof(Task<Dictionary<Guid, Hindrance[]>>) ? Task.FromResult(new Dictionary<Guid, Hindrance[]>())
            : targetMethod.ReturnType == typeof(Task<CampaignReviews?>) ? Task.FromResult<CampaignReviews?>(null)
            : targetMethod.ReturnType == typeof(Task<ReviewSheet?>) ? Task.FromResult<ReviewSheet?>(null)
            : targetMethod.ReturnType == typeof(Task<Tenant>) ? Task.FromResult(Tenant.Initial)
            : targetMethod.ReturnType == typeof(Task<TenantAccess>) ? Task.FromResult(TenantAccess.None)
            : targetMethod.ReturnType == typeof(Task<bool>) ? Task.FromResult(false)
            : targetMethod.ReturnType == typeof(Task<byte[]?>) ? Task.FromResult<byte[]?>(null)
            : targetMethod.ReturnType == typeof(Task<string>) ? Task.FromResult("rvw1.token")
            : Planning(targetMethod.ReturnType) is { } answer ? answer
            : targetMethod.ReturnType == typeof(Task<WebhookSecretOutcome>)
                ? Task.FromResult(new WebhookSecretOutcome(Outcome, Outcome is Outcome.Accepted ? "whsec_c2VjcmV0" : null))
            : targetMethod.ReturnType == typeof(Task<WebhookDeliveryOutcome>) ? Task.FromResult(new WebhookDeliveryOutcome(Outcome, null))
            : isLost ? Task.FromException<Outcome>(new SiloUnavailableException("The target silo became unavailable."))
            : Task.FromResult(Outcome);

        private static readonly PlannedTime AtNine = new("2026-11-24T09:00:00", "Etc/UTC", Given.Nine, LocalTimeRule.Exact);

        private object? Planning(Type asked) =>
            asked == typeof(Task<SeriesAnswer>) ? Task.FromResult(new SeriesAnswer(Outcome, null, null))
            : asked == typeof(Task<MoveAnswer>) ? Task.FromResult(new MoveAnswer(Outcome, null))
            : asked == typeof(Task<ScheduleTrial>) ? Task.FromResult(new ScheduleTrial(AtNine, null))
            : asked == typeof(Task<SlotExplanation>) ? Task.FromResult<SlotExplanation?>(new(AtNine, []))
            : asked == typeof(Task<PublicationStanding>) ? Task.FromResult<PublicationStanding?>(new(AtNine, null))
            : asked == typeof(Task<LedgerStanding>) ? Task.FromResult(Given.Standing)
            : asked == typeof(Task<WeeklySlots>) ? Task.FromResult(WeeklySlots.None)
            : asked == typeof(Task<KnownSeries>) ? Task.FromResult(new KnownSeries([]))
            : asked == typeof(Task<FreeSlots>) ? Task.FromResult(new FreeSlots([AtNine]))
            : null;
    }
}
