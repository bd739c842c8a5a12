using Campaigns.EventStore.Postgres;
using Campaigns.Projections;
using Campaigns.Projections.Engine;
using Campaigns.Silo.Configuration;
using Campaigns.Silo.Hosting;

namespace Campaigns.Silo.Verbs;

/// <summary>
/// <c>rebuild</c>: asks the silos for another build of a read model, and watches it. Whoever stops watching stops nothing: the silo that has
/// the lease does the work.
/// </summary>
internal static class Rebuild
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan PatienceForRunner = TimeSpan.FromSeconds(15); // a takeover takes 5

    /// <summary>What is asked for.</summary>
    internal enum Wish
    {
        Anew,
        Back,
        Retry,
    }

    /// <summary>Shows every build.</summary>
    public static Task<int> List(bool asJson) =>
        With(async builds =>
        {
            foreach (var build in await builds.Standing())
                Console.WriteLine(asJson ? BuildReport.Json(build) : BuildReport.Text(build));
            if (!await builds.HasRunner())
                Console.Error.WriteLine("No silo is running.");
            return CommandLine.Done;
        });

    /// <summary>Asks, and shows how it goes until it is done.</summary>
    public static Task<int> Run(string name, Wish wish, bool asJson) =>
        With(async builds =>
        {
            try
            {
                switch (wish)
                {
                    case Wish.Retry:
                        return await Retry(builds, name);
                    case Wish.Back:
                        await builds.Back(name);
                        break;
                    default:
                        await builds.Rebuild(name);
                        break;
                }
            }
            catch (Exception e) when (e is UnknownProjectionException or InvalidOperationException)
            {
                Console.Error.WriteLine(e.Message);
                return e is UnknownProjectionException ? CommandLine.Misused : CommandLine.Failed;
            }
            return await Watch(builds, name, asJson);
        });

    private static async Task<int> Retry(ProjectionBuilds builds, string name)
    {
        var asked = await builds.Retry(name);
        Console.WriteLine($"{name}: {asked} parked events are to be tried again");
        if (asked == 0)
            return CommandLine.Done;
        if (!await builds.HasRunner())
        {
            Console.Error.WriteLine("No silo is running: they will be tried once one starts.");
            return CommandLine.Done;
        }

        while (await builds.AwaitingRetry(name) > 0)
        {
            if (await IsAbandoned(builds))
            {
                Console.Error.WriteLine("No silo is running any more: the rest will be tried once one starts.");
                return CommandLine.Failed;
            }
            await Task.Delay(LookEvery);
        }
        var left = (await builds.Standing()).Where(build => builds.IsOf(build, name)).Sum(build => build.Parked);
        Console.WriteLine(left == 0 ? $"{name}: nothing is parked any more" : $"{name}: {left} are still parked");
        return left == 0 ? CommandLine.Done : CommandLine.Failed;
    }

    private static async Task<int> Watch(ProjectionBuilds builds, string name, bool asJson)
    {
        if (!await builds.HasRunner())
        {
            Console.Error.WriteLine($"No silo is running: {name} will be built once one starts.");
            return CommandLine.Done;
        }

        var pace = new BuildPace(TimeProvider.System);
        while ((await builds.Standing()).FirstOrDefault(build => builds.IsOf(build, name) && build.State == "building") is { } build)
        {
            var (rate, left) = pace.Saw(build);
            Console.WriteLine(asJson ? BuildReport.Json(build, rate, left) : BuildReport.Text(build, rate, left));
            if (await IsAbandoned(builds))
            {
                Console.Error.WriteLine($"No silo is running any more: {name} will be built further once one starts.");
                return CommandLine.Failed;
            }
            await Task.Delay(LookEvery);
        }

        var live = (await builds.Standing()).First(build => builds.IsOf(build, name) && build.State == "live");
        Console.WriteLine(
            asJson
                ? BuildReport.Json(live)
                : $"{live.Name} is read from its new build now; `rebuild {name} --back` returns to the one before"
        );
        return CommandLine.Done;
    }

    /// <summary>Whether there is no runner for longer than it takes another silo to take over.</summary>
    private static async Task<bool> IsAbandoned(ProjectionBuilds builds)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await builds.HasRunner())
        {
            if (TimeProvider.System.GetElapsedTime(began) > PatienceForRunner)
                return true;
            await Task.Delay(LookEvery);
        }
        return false;
    }

    private static async Task<int> With(Func<ProjectionBuilds, Task<int>> work)
    {
        var variables = Variables.OfProcess();
        var database =
            variables.Database("DATABASE_URL_SILO")
            ?? throw new ConfigurationException([.. variables.Problems.Select(problem => problem.ToString())]);
        await using var source = DataSources.Open(database, "rebuild", most: 2);
        await using var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddLogging()
            .AddPostgresEventStore(_ => source)
            .AddProjections(source)
            .BuildServiceProvider();
        return await work(services.GetRequiredService<ProjectionBuilds>());
    }
}
