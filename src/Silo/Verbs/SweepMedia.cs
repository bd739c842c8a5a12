using System.Text.Json;
using Campaigns.EventStore.Postgres;
using Campaigns.Integrations;
using Campaigns.Projections;
using Campaigns.Silo.Configuration;
using Campaigns.Silo.Hosting;
using Campaigns.Silo.Providers;
using Campaigns.Silo.Sweep;

namespace Campaigns.Silo.Verbs;

/// <summary><c>sweep-media --dry-run</c>: lists what the next sweep of stored files would delete. Only a silo deletes.</summary>
internal static class SweepMedia
{
    public static async Task<int> DryRun(bool asJson)
    {
        var settings = SettingsReader.Read(Variables.OfProcess());
        var database =
            settings.SiloDatabase ?? throw new ConfigurationException(["DATABASE_URL_SILO is needed to know what points at files."]);
        await using var source = DataSources.Open(database, "sweep-media", most: 2);
        var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddLogging()
            .AddPostgresEventStore(_ => source)
            .AddProjections(source);
        services.AddMedia(settings);
        await using var provider = services.BuildServiceProvider();

        var report = await MediaSweepSetup.OnlyLooking(provider).Sweep(dryRun: true, file => Tell(file, asJson), CancellationToken.None);
        if (report is null)
        {
            Console.Error.WriteLine(
                "What points at files is not all known: events are still to be read, or are parked. Nothing would be deleted."
            );
            return CommandLine.Failed;
        }
        Console.WriteLine(
            asJson
                ? JsonSerializer.Serialize(report, JsonSerializerOptions.Web)
                : $"{report.Deleted} of {report.Seen} files would be deleted, {report.Bytes} bytes"
        );
        return report.Failed == 0 ? CommandLine.Done : CommandLine.Failed;
    }

    private static void Tell(StoredFile file, bool asJson) =>
        Console.WriteLine(
            asJson
                ? JsonSerializer.Serialize(
                    new
                    {
                        file.Key,
                        file.Bytes,
                        file.KeptAt,
                    },
                    JsonSerializerOptions.Web
                )
                : $"{file.Key}  {file.Bytes}"
        );
}
