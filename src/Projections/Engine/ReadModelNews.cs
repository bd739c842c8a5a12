using System.Text.Json;
using Campaigns.EventStore;
using Npgsql;

namespace Campaigns.Projections.Engine;

/// <summary>What is said on the channel <c>campaigns_read</c> when a batch commits.</summary>
/// <param name="Position">How far the projections are now.</param>
/// <param name="Projections">Which ones.</param>
/// <param name="Tenants">Whose events were in the batch; null when there were too many to tell.</param>
internal sealed record ReadModelNews(long Position, IReadOnlyList<string> Projections, IReadOnlyList<string>? Tenants)
{
    public const string Channel = "campaigns_read";

    private const int TenantsTold = 50; // a notification ends at 8,000 bytes

    public static NpgsqlBatchCommand Of(IReadOnlyList<string> projections, IReadOnlyList<RecordedEvent> events)
    {
        var tenants = events.Select(recorded => recorded.Tenant.Value).Distinct().Take(TenantsTold + 1).ToList();
        var news = new ReadModelNews(
            StoredPosition.ToColumn(events[^1].Position),
            projections,
            tenants.Count > TenantsTold ? null : tenants
        );
        return new("select pg_notify($1, $2)")
        {
            Parameters =
            {
                new() { Value = Channel },
                new() { Value = JsonSerializer.Serialize(news, RowJson.Options) },
            },
        };
    }

    public static ReadModelNews? Parse(string payload) => JsonSerializer.Deserialize<ReadModelNews>(payload, RowJson.Options);
}
