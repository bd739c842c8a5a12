using System.Text.Json;
using System.Text.Json.Nodes;
using Campaigns.EventStore;
using Campaigns.EventStore.Postgres;
using Campaigns.EventStore.Serialization;
using Campaigns.Keys;
using Campaigns.Silo.Configuration;
using Campaigns.Silo.Hosting;

namespace Campaigns.Silo.Verbs;

/// <summary><c>events</c>: a stream as it stands in the log, in plain text, for an operator.</summary>
internal static class Events
{
    public static async Task<int> Run(string name, bool asJson)
    {
        StreamName stream;
        try
        {
            stream = StreamName.Parse(name);
        }
        catch (FormatException e)
        {
            Console.Error.WriteLine(e.Message);
            return CommandLine.Misused;
        }

        var variables = Variables.OfProcess();
        var database = variables.Database("DATABASE_URL_SILO");
        var masters = variables.Masters();
        if (database is null || masters is null)
            throw new ConfigurationException([.. variables.Problems.Select(problem => problem.ToString())]);

        await using var source = DataSources.Open(database, "events", most: 4);
        await using var services = new ServiceCollection()
            .AddTenantKeys(_ => source, masters)
            .AddPostgresEventStore(_ => source)
            .BuildServiceProvider();
        var any = false;
        await foreach (var recorded in services.GetRequiredService<IEventStore>().Read(stream))
        {
            any = true;
            Console.WriteLine(asJson ? Json(recorded) : Text(recorded));
        }

        if (any)
            return CommandLine.Done;
        Console.Error.WriteLine($"{stream} has no events.");
        return CommandLine.Failed;
    }

    private static string Text(RecordedEvent recorded) =>
        $"{recorded.Version, 4}  {recorded.Metadata.RecordedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss.fff}Z  {recorded.Metadata.Actor}  {recorded.Name}  {Word(recorded)}";

    private static string Json(RecordedEvent recorded) =>
        new JsonObject
        {
            ["version"] = recorded.Version,
            ["position"] = recorded.Position.ToString(),
            ["id"] = recorded.Id,
            ["name"] = recorded.Name,
            ["tenant"] = recorded.Tenant.Value,
            ["metadata"] = JsonSerializer.SerializeToNode(recorded.Metadata, EventJson.Options),
            ["event"] = Payload(recorded),
        }.ToJsonString(EventJson.Options);

    /// <summary>What stands for an event that nobody can read is told in words.</summary>
    private static string Word(RecordedEvent recorded) =>
        recorded.Event is ErasedEvent ? "(erased)" : Payload(recorded).ToJsonString(EventJson.Options);

    /// <summary>As written by today's program: an old version shows in the newest form.</summary>
    private static JsonNode Payload(RecordedEvent recorded) => JsonNode.Parse(EventCodec.Encode(recorded.Event))!;
}
