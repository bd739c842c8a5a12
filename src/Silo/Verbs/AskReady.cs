using System.Text.Json;

namespace Campaigns.Silo.Verbs;

/// <summary><c>health</c>: asks the process beside it whether it is ready, so that a container needs no other program to find out.</summary>
internal static class AskReady
{
    private const string AddressVariable = "ASPNETCORE_URLS";
    private const string UsualAddress = "http://localhost:5000"; // Kestrel's own, when it is told nothing
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <param name="urls">Where it serves, as it was told: <c>--urls</c>; null: as the environment says.</param>
    public static async Task<int> Run(string? urls)
    {
        var address = new Uri(Own(urls ?? Environment.GetEnvironmentVariable(AddressVariable)), "health/ready");
        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await http.GetAsync(address);
            Console.WriteLine(Words(await answer.Content.ReadAsStringAsync()));
            return answer.IsSuccessStatusCode ? CommandLine.Done : CommandLine.Failed;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            Console.Error.WriteLine($"{address} does not answer");
            return CommandLine.Failed;
        }
    }

    /// <summary>The first address of a list, seen from this machine: a server that listens everywhere is also here.</summary>
    internal static Uri Own(string? urls)
    {
        var first = urls?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
        var address = (first ?? UsualAddress).Replace("//+", "//localhost").Replace("//*", "//localhost");
        return Uri.TryCreate(address.Replace("//0.0.0.0", "//127.0.0.1").Replace("//[::]", "//[::1]"), UriKind.Absolute, out var own)
            ? own
            : new(UsualAddress);
    }

    /// <summary>The status, and the checks that are not well.</summary>
    private static string Words(string answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            var ill = json
                .RootElement.GetProperty("checks")
                .EnumerateObject()
                .Where(check => check.Value.GetProperty("status").GetString() != "ok")
                .Select(check => $"{check.Name}: {check.Value.GetProperty("says").GetString()}");
            return string.Join("; ", ill.Prepend(json.RootElement.GetProperty("status").GetString()));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "what answers there is no silo";
        }
    }
}
