namespace Campaigns.Sandbox;

/// <summary>
/// <c>get PATH</c>: asks the sandbox that runs beside it, and prints what it says: its <c>/health</c>, a token, the journal. A container holds no
/// other program that could, and nobody outside reaches a sandbox.
/// </summary>
internal static class AskSandbox
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static async Task<int> Run(string[] args)
    {
        if (args is not [var path, .. var rest] || !SandboxArguments.TryRead(rest, out var settings, out _))
        {
            await Console.Error.WriteLineAsync(SandboxArguments.Usage);
            return 2;
        }

        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await http.GetAsync(new Uri(settings.Address, path));
            Console.WriteLine(await answer.Content.ReadAsStringAsync());
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"{settings.Address} does not answer");
            return 1;
        }
    }
}
