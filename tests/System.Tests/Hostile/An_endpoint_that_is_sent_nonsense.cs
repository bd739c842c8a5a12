using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Campaigns.RunningSystem.Isolation;
using Campaigns.RunningSystem.Schema;

namespace Campaigns.RunningSystem.Hostile;

[Collection(nameof(SharedSystem))]
public sealed class An_endpoint_that_is_sent_nonsense(LiveSystem system) : IDisposable
{
    private const int Requests = 1_200;
    private const int AtOnce = 4;

    /// <summary>What no client may read: words of exceptions, of the database and of our code.</summary>
    private static readonly string[] OurOwnWords =
    [
        "Exception",
        "Npgsql",
        "Campaigns.",
        "   at ",
        "\"code\":\"INTERNAL\"",
        "SQLSTATE",
        "relation \\\"",
        "System.",
        "Orleans",
    ];

    private readonly HttpClient http = new() { BaseAddress = system.Silos[0].Api, Timeout = TimeSpan.FromSeconds(60) };

    public void Dispose() => http.Dispose();

    private int understood;

    [Fact]
    public async Task answers_in_its_own_words_and_never_fails()
    {
        var (owner, mine) = await OwnedThings.Of(system);
        var schema = await PublicSchema.Of(system, owner.Token);
        var wrong = new List<string>();

        await Task.WhenAll(
            Enumerable
                .Range(1, AtOnce)
                .Select(async seed =>
                {
                    var nonsense = new Nonsense(schema, [.. mine.Values, .. mine.Values.Select(id => id.ToUpperInvariant())], seed);
                    for (var sent = 0; sent < Requests / AtOnce; sent++)
                        if (await Judge(owner.Token, nonsense.Body(), sent) is { } complaint)
                            lock (wrong)
                                wrong.Add($"{nonsense}, {sent}: {complaint}");
                })
        );

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {Requests}:\n{string.Join('\n', wrong.Take(20))}");
        Assert.InRange(understood, Requests / 10, Requests); // or all of it was refused at the door
        Assert.All(system.LogLines(), line => Assert.NotEqual("fatal", (string?)line["level"]));
        await system.Mutate(
            owner.Token,
            "renameCampaign",
            "campaign { name }",
            new() { ["campaignId"] = mine["campaign"], ["name"] = "Still" }
        );
        var parked = await system.Query(
            await system.Token("org_operators", user: LiveSystem.Operator),
            "{ operations { projections { name parked } } }"
        );
        Assert.All(parked["operations"]!["projections"]!.AsArray(), projection => Assert.Equal(0, (int)projection!["parked"]!));
        Assert.NotNull((await system.Query(owner.Token, "{ me { user } }"))["me"]);
    }

    [Theory]
    [InlineData("PUT", "application/json", 405)]
    [InlineData("DELETE", "application/json", 405)]
    [InlineData("POST", "text/plain", 415)]
    [InlineData("POST", "application/json; charset=utf-7", 415)]
    [InlineData("POST", "multipart/form-data; boundary=x", 415)]
    public async Task takes_no_other_way(string method, string contentType, int status)
    {
        using var request = new HttpRequestMessage(new(method), "graphql")
        {
            Content = new ByteArrayContent("{\"query\":\"{me{user}}\"}"u8.ToArray()),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        request.Headers.Authorization = new("Bearer", await system.Token("org_fuzz"));
        using var answer = await http.SendAsync(request);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    private async Task<string?> Judge(string token, string body, int number)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "graphql")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
        };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.ParseAdd(number % 2 == 0 ? "application/graphql-response+json" : "application/json");
        if (number % 7 == 0)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", number % 2 == 0 ? new string('k', 500) : "\"'%00");
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var shown = $"{body}\n  -> {(int)answer.StatusCode} {text[..Math.Min(600, text.Length)]}";
        if (answer.StatusCode >= HttpStatusCode.InternalServerError)
            return shown;
        if (text.Contains("\"data\":{", StringComparison.Ordinal))
            Interlocked.Increment(ref understood);
        var errors = ErrorsIn(text);
        return errors is null || OurOwnWords.Any(word => errors.Contains(word, StringComparison.Ordinal)) ? shown : null;
    }

    // Null: it is not JSON.
    private static string? ErrorsIn(string text)
    {
        try
        {
            return JsonNode
                    .Parse(text)
                    ?["errors"]?.ToJsonString(
                        new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
                    )
                ?? "";
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
