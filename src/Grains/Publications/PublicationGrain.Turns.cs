using Campaigns.Domain;
using Campaigns.Domain.Publications;
using Campaigns.Grains.EventSourcing;
using Campaigns.Integrations;

namespace Campaigns.Grains.Publications;

/// <summary>Its turns at the platform, which tenants share: see <see cref="PlatformTurns"/>.</summary>
internal sealed partial class PublicationGrain
{
    /// <summary>As long as a wait is waited out in memory anyway.</summary>
    private static readonly TimeSpan AskAheadBy = TimeSpan.FromSeconds(90);

    private PlatformTurn? turn;

    /// <summary>Who is out tidies up when those that are due at the same instant are out as well, and not all at one time.</summary>
    protected override TimeSpan QuietAfter => turns.IsCrowded ? TimeSpan.FromSeconds(3 + Random.Shared.NextDouble() * 7) : TimeSpan.Zero;

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        turn?.Dispose();
        turn = null;
        return base.OnDeactivateAsync(reason, cancellationToken);
    }

    /// <summary>Performs a step that goes outside when it is this tenant's turn; until then the grain stays free for commands.</summary>
    private async Task<Pause?> InTurn(PublicationStep step, Func<Task<Pause?>> perform)
    {
        if (step is PublicationStep.Wait { Until: var due } && State is Publication.Ready && due - Now <= AskAheadBy)
            return AskAhead(due);
        var goesOutside =
            step
            is PublicationStep.Upload
                or PublicationStep.UploadChild
                or PublicationStep.UploadCarousel
                or PublicationStep.Check
                or PublicationStep.CheckChild
                or PublicationStep.Reserve
                or PublicationStep.Publish
                or PublicationStep.FindOut;
        if (goesOutside && turn is null)
            Take(turns.Ask(Tenant, isUrgent: step is PublicationStep.Publish or PublicationStep.FindOut));
        if (goesOutside && !turn!.Granted.IsCompleted)
            return Pause.UntilWoken;
        try
        {
            return await perform();
        }
        finally
        {
            turn?.Dispose(); // unless a call that is under way keeps it
            turn = null;
        }
    }

    /// <summary>All that is left is to wait for the due time: its turn is asked for ahead, and wakes it.</summary>
    private Pause AskAhead(DateTimeOffset due)
    {
        if (turn is null || turn.Due != due || turn.Granted.IsCompleted)
        {
            turn?.Dispose();
            Take(turns.AskAhead(Tenant, due));
        }
        return Pause.UntilWoken;
    }

    private void Take(PlatformTurn asked)
    {
        turn = asked;
        if (!asked.Granted.IsCompleted)
            _ = asked.Granted.ContinueWith(_ => GoOn(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Current);
    }

    /// <summary>The turn is the call's from now on.</summary>
    private PlatformTurn? KeepTurn()
    {
        var kept = turn;
        turn = null;
        return kept;
    }

    private async Task<Reply<MediaId>> Calling(InstagramAccount account, ContainerId container, DateTimeOffset sendBy, PlatformTurn? kept)
    {
        using (kept)
        {
            var reply = instagram.Publish(account, container, sendBy, CancellationToken.None);
            kept?.Call();
            return await reply;
        }
    }
}
