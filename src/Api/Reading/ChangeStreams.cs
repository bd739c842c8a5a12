using System.Globalization;
using System.Runtime.CompilerServices;
using Campaigns.Api.Auth;
using Campaigns.Api.GraphQL;
using Campaigns.Api.GraphQL.Subscriptions;
using Campaigns.Domain.Tenants;
using Campaigns.Projections;
using Campaigns.Projections.History;
using Campaigns.Projections.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Campaigns.Api.Reading;

/// <summary>
/// Follows the events of the caller's tenant. History is the buffer: whatever wakes a stream, it reads on where it stands, a little at a time,
/// so a wake-up too few costs latency and never an event.
/// </summary>
public sealed class ChangeStreams(
    Caller caller,
    ChangeReader changes,
    ReadConsistency consistency,
    IHttpContextAccessor requests,
    TimeProvider clock,
    ILogger<ChangeStreams> log,
    OpenSubscriptions open
) : IDisposable
{
    private const int AtOnce = 20; // rows held at a time for one subscription

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AheadFor = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private IDisposable? place;

    /// <summary>One element for each event behind a position, when the read model that its element leads to has it too.</summary>
    /// <param name="filter">Which events.</param>
    /// <param name="readModel">What the elements lead to: one of <see cref="Projections.ReadModels"/>.</param>
    /// <param name="after">The position of the last element seen; null: only what comes from now on.</param>
    /// <param name="element">The element for an event.</param>
    /// <param name="ct">Stops the beginning.</param>
    /// <exception cref="RequestFailure">
    /// FORBIDDEN; BAD_USER_INPUT, when it is no position; READ_MODEL_BEHIND, when nothing has come that far; or LIMIT_SUBSCRIPTIONS, when the tenant has too many open.
    /// </exception>
    internal async Task<IObservable<T>> Follow<T>(
        ChangeFilter filter,
        string readModel,
        string? after,
        Func<HistoryRow, T> element,
        CancellationToken ct
    )
        where T : class
    {
        var tenant = caller.Require(Permission.View).Tenant;
        after = LastSeen() ?? after;
        if (after is not null && !ReadConsistency.IsPosition(after))
            throw RequestFailure.BadInput("after", "It must be the position of an element or of a receipt.");

        place ??= open.Enter(tenant.Value);
        // Silence would follow, and then what comes behind a place that was never there.
        if (after is not null && await consistency.IsAhead(after, ReadModels.History, AheadFor, ct))
            throw RequestFailure.Ahead();
        var start = after ?? await changes.Head(tenant, ct);
        return new SourceStream<T>(token => Draw(tenant, filter, readModel, start, element, token), tenant.Value);
    }

    /// <summary>The operation is over, whether or not it ever began to draw.</summary>
    public void Dispose() => place?.Dispose();

    // What a browser's EventSource says by itself when it comes back, and then later than what its address says.
    private string? LastSeen() => requests.HttpContext?.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } id ? id : null;

    private async IAsyncEnumerable<T> Draw<T>(
        TenantId tenant,
        ChangeFilter filter,
        string readModel,
        string after,
        Func<HistoryRow, T> element,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        await foreach (var _ in consistency.Changes(tenant, ct))
            while (true)
            {
                var page = await Next(tenant, filter, after, ct);
                foreach (var row in page.Rows)
                {
                    await UntilSeen(PositionOf(row), readModel, ct);
                    yield return element(row);
                }
                after = page.Position;
                if (page.Rows.Count < AtOnce)
                    break;
            }
    }

    private async Task<ChangePage> Next(TenantId tenant, ChangeFilter filter, string after, CancellationToken ct)
    {
        for (var pause = ShortestPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return await changes.After(tenant, filter, after, AtOnce, ct);
            }
            catch (ReadModelUnavailableException e)
            {
                log.LogWarning(e, "A subscription waits for its database, and tries again in {Pause}", pause);
                await Task.Delay(pause, clock, ct);
            }
        }
    }

    private async Task UntilSeen(string position, string readModel, CancellationToken ct)
    {
        while (!await consistency.WaitFor(position, [readModel], Patience, ct))
            log.LogWarning("A subscription waits for {ReadModel} to come to {Position}", readModel, position);
    }

    private static string PositionOf(HistoryRow row) => row.Position.ToString(CultureInfo.InvariantCulture);
}
