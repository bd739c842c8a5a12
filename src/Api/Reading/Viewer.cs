using Campaigns.Api.Auth;
using Campaigns.Api.GraphQL;
using Campaigns.Domain.Tenants;
using Campaigns.Projections.Reading;

namespace Campaigns.Api.Reading;

/// <summary>Who reads in this request, and how fresh what they read must be.</summary>
/// <param name="caller">From the verified token.</param>
/// <param name="consistency">Tells how far the read models are.</param>
public sealed class Viewer(Caller caller, ReadConsistency consistency)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly HashSet<string> positions = [];

    /// <summary>From here on nothing is read that is older than this position of the log.</summary>
    /// <param name="position">As a receipt carries it; null: any age will do.</param>
    /// <exception cref="RequestFailure">BAD_USER_INPUT: it is no position.</exception>
    internal Viewer AtLeast(string? position)
    {
        if (position is null)
            return this;
        if (!ReadConsistency.IsPosition(position))
            throw RequestFailure.BadInput("atLeast", "It must be the position of a receipt.");
        lock (gate)
            positions.Add(position);
        return this;
    }

    /// <summary>The one permission check of a read: whose rows to read, once the read model is as fresh as asked for.</summary>
    /// <param name="readModel">One of <see cref="Projections.ReadModels"/>.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <param name="needed">What the caller must be allowed.</param>
    /// <exception cref="RequestFailure">FORBIDDEN; or READ_MODEL_BEHIND, when it does not get there in time.</exception>
    internal async Task<TenantId> Of(string readModel, CancellationToken ct, Permission needed = Permission.View)
    {
        caller.Require(needed);
        string[] wanted;
        lock (gate)
            wanted = [.. positions];
        foreach (var position in wanted)
            if (!await consistency.WaitFor(position, [readModel], Patience, ct))
                throw RequestFailure.ReadModelBehind();
        return caller.Tenant;
    }
}
