using System.Text.Json.Nodes;

namespace Campaigns.Demo;

/// <summary>The simulated outside world: it signs the demo's token, and knows what really went out.</summary>
internal sealed class Sandbox(HttpClient http, Uri address)
{
    /// <summary>A session token of the person that <c>up</c> and <c>token</c> speak for, so that their tokens show what the demo made.</summary>
    public Task<string> Token() => http.GetStringAsync(new Uri(address, "clerk/_token"));

    /// <summary>The journal's last number, to tell later entries from earlier ones.</summary>
    public async Task<long> Now() => (await Journal(0)).Select(entry => (long)entry!["seq"]!).DefaultIfEmpty(0).Max();

    /// <summary>What went live on an account since then, by Instagram's own journal.</summary>
    public async Task<IReadOnlyList<JsonNode>> Published(string username, long since) =>
        [.. (await Journal(since)).Where(entry => (string?)entry!["account"] == username).Select(entry => entry!)];

    private async Task<JsonArray> Journal(long since) =>
        JsonNode
            .Parse(await http.GetStringAsync(new Uri(address, $"_journal?provider=instagram&operation=publish&since={since}")))!
            .AsArray();
}
