namespace Campaigns.Api.GraphQL.Subscriptions;

/// <summary>Waiting for an instant, however far away.</summary>
internal static class Until
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromDays(1); // timers end at some 49 days

    /// <summary>Ends when an admission does, however often it is renewed before.</summary>
    public static async Task End(Admission admission, TimeProvider clock, CancellationToken ct)
    {
        for (DateTimeOffset? until = admission.Until; until is { } instant; )
        {
            await Wait(instant, clock, ct);
            until = admission.Renewal is { } renewal ? await renewal(ct) : null;
        }
    }

    /// <summary>Ends at the instant by this clock.</summary>
    public static async Task Wait(DateTimeOffset instant, TimeProvider clock, CancellationToken ct)
    {
        while (instant - clock.GetUtcNow() is { Ticks: > 0 } left)
            await Task.Delay(left < AtOnce ? left : AtOnce, clock, ct);
    }
}
