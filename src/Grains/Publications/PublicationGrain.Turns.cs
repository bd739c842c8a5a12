using Campaigns.Domain;
using Campaigns.Domain.Publications;
using Campaigns.Grains.EventSourcing;
using Campaigns.Integrations;

namespace Campaigns.Grains.Publications;

/// <summary>Its turns at the platform, which tenants share: see <see cref="PlatformTurns"/>.</summary>
internal sealed partial class PublicationGrain
{
    private PlatformTurn? turn;

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        turn?.Dispose();
        turn = null;
        return base.OnDeactivateAsync(reason, cancellationToken);
    }

    /// <summary>Performs a step that goes outside when it is this tenant's turn; until then the grain stays free for commands.</summary>
    private async Task<Pause?> InTurn(PublicationStep step, Func<Task<Pause?>> perform)
    {
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
        {
            turn = turns.Ask(Tenant, isUrgent: step is PublicationStep.Publish or PublicationStep.FindOut);
            if (!turn.Granted.IsCompleted)
                _ = turn.Granted.ContinueWith(_ => GoOn(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Current);
        }
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
