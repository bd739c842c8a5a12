using System.Diagnostics;
using System.Reflection;
using Campaigns.Api.Auth;
using Campaigns.Bench.Reports;
using Campaigns.Domain.Tenants;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace Campaigns.Bench.Isolation;

/// <summary>
/// How many session tokens a core judges in a second: all that authentication does for a request, from its header to the caller with what the
/// tenant lets them do. Beside tokens shown before, as front ends do for a minute: such that nobody has seen, and the bare signature.
/// </summary>
internal static class TokenChecks
{
    private const int Shown = 64; // people at once on one core
    private const int Unseen = 20_000; // signed before each measurement

    public static async Task Measure(BenchReport report, BenchOptions options)
    {
        using var issuer = new TokenIssuer();
        await using var services = Services(issuer);
        var bare = issuer.Bare();
        List<double> shown = [],
            unseen = [],
            signatures = [];
        string[] seen = [.. Enumerable.Range(0, Shown).Select(issuer.Token)];
        var next = Shown;
        for (var round = 0; round <= options["rounds"]; round++) // the first warms
        {
            await Console.Error.WriteLineAsync(round == 0 ? "tokens: warming" : $"tokens: round {round} of {options["rounds"]}");
            string[] fresh = [.. Enumerable.Range(next, Unseen).Select(issuer.Token)];
            next += Unseen;
            var second = await Rate(seen, options.Seconds("seconds"), repeat: true, token => Judge(services, token));
            var first = await Rate(fresh, options.Seconds("seconds"), repeat: false, token => Judge(services, token));
            var signature = await Rate(fresh, options.Seconds("seconds") / 3, repeat: true, token => Task.FromResult(bare(token)));
            if (round == 0)
                continue;
            shown.Add(second);
            unseen.Add(first);
            signatures.Add(signature);
        }

        var median = report.Add("tokens judged, shown before", "/s", [.. shown]);
        report.Add("tokens judged, never seen", "/s", [.. unseen]);
        report.Add("beside: RSA-2048 signatures alone", "/s", [.. signatures]);
        report.AtLeast("token checks per second on one core", 20_000, median);
    }

    private static ServiceProvider Services(TokenIssuer issuer)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<ITenantAccess, NothingSaid>();
        services.AddSingleton(DispatchProxy.Create<IGrainFactory, NoGrains>());
        services.AddCampaignsAuthentication(new ClerkOptions(TokenIssuer.Address, [TokenIssuer.FrontEnd]));
        services.ConfigureAll<HttpClientFactoryOptions>(options =>
            options.HttpMessageHandlerBuilderActions.Add(client => client.PrimaryHandler = issuer)
        );
        return services.BuildServiceProvider();
    }

    private static async Task<bool> Judge(ServiceProvider services, string token)
    {
        await using var scope = services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.Headers.Authorization = $"Bearer {token}";
        return (await http.AuthenticateAsync()).Succeeded && http.Features.Get<Caller>() is { User.Value: "user_bench" };
    }

    // By the processor's time, as others are at work on the machine: what it comes to on a core of one's own.
    private static async Task<double> Rate(string[] tokens, TimeSpan duration, bool repeat, Func<string, Task<bool>> judge)
    {
        var clock = Stopwatch.StartNew();
        var (before, judged) = (Process.GetCurrentProcess().TotalProcessorTime, 0);
        while (clock.Elapsed < duration && (repeat || judged < tokens.Length))
            if (!await judge(tokens[judged++ % tokens.Length]))
                throw new InvalidOperationException("A good token was refused.");
        return judged / (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
    }

    private sealed class NothingSaid : ITenantAccess
    {
        public ValueTask<TenantAccess> Of(TenantId tenant, CancellationToken ct) => ValueTask.FromResult(TenantAccess.None);
    }
}
