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

    /// <summary>The statement that tells everybody.</summary>
    /// <param name="projections">Which moved.</param>
    /// <param name="position">To where.</param>
    /// <param name="events">What they took in; null: rows of any tenant may have changed.</param>
    public static NpgsqlBatchCommand Of(IReadOnlyList<string> projections, LogPosition position, IReadOnlyList<RecordedEvent>? events)
    {
        var tenants = events?.Select(recorded => recorded.Tenant.Value).Distinct().Take(TenantsTold + 1).ToList();
        var news = new ReadModelNews(StoredPosition.ToColumn(position), projections, tenants?.Count > TenantsTold ? null : tenants);
        return new("select pg_notify($1, $2)")
        {
            Parameters =
            {
                new() { Value = Channel },
                new() { Value = JsonSerializer.Serialize(news, RowJson.Options) },
            },
        };
    }

    /// <returns>Null when it says nothing that can be understood.</returns>
    public static ReadModelNews? Parse(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize<ReadModelNews>(payload, RowJson.Options);
        }
        catch (JsonException)
        {
            return null; // of another program, or of somebody's making
        }
    }
}
