using Orleans.Configuration;

namespace Campaigns.Silo.Hosting;

/// <summary>
/// How fast silos find out that one of them is gone. One that was killed is declared dead within about three seconds, one that hangs within
/// about seven; then its grains answer elsewhere. <c>docs/clusters.md</c> has the measurements, <c>adr/0010</c> the reasons.
/// </summary>
internal static class FailureDetection
{
    // Below the time an operation of the API has: whoever waits is told to ask again, by us.
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(20);

    public static ISiloBuilder AddFailureDetection(this ISiloBuilder silo) =>
        silo.Configure<ClusterMembershipOptions>(Watch).Configure<SiloMessagingOptions>(Bound);

    /// <summary>For a process that only serves the API: it asks the silos, and judges none.</summary>
    public static IClientBuilder AddPatience(this IClientBuilder client) =>
        client.Configure<ClientMessagingOptions>(messages => messages.ResponseTimeout = LongestAnswer);

    private static void Watch(ClusterMembershipOptions members)
    {
        // A probe may take as long as probes have been taking, within these bounds, and three must fail. So two silos on a machine that is
        // short of processors do not kill each other …
        members.MinProbeTimeout = TimeSpan.FromSeconds(1);
        members.ProbeTimeout = TimeSpan.FromSeconds(1.5);
        members.MaxProbeTimeout = TimeSpan.FromSeconds(2);
        members.NumMissedProbesLimit = 3;
        // … and no vote counts against a silo that said anything within three of the longest probes, which is what a hang costs.
        members.EnableConnectionLivenessCheck = true;

        // Two silos agree when half of those that are left do: of two, the other one alone.
        members.NumVotesForDeathDeclaration = 2;

        // Signs of life in the table: what a cluster left that was killed as a whole holds up the next start no longer than three of them.
        members.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        members.NumMissedTableIAmAliveLimit = 3;

        // A silo that was stopped, and declared dead meanwhile, reads of it here at the latest, and ends itself.
        members.TableRefreshTimeout = TimeSpan.FromSeconds(5);
    }

    private static void Bound(SiloMessagingOptions messages) => messages.ResponseTimeout = LongestAnswer;
}
