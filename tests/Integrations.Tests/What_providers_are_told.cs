using System.Diagnostics;
using System.Text.Json.Nodes;
using Campaigns.Integrations.Gemini;
using Campaigns.Integrations.Models;
using Campaigns.Integrations.Tests.Gemini;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Integrations.Tests;

public sealed class What_providers_are_told
{
    [Fact]
    public async Task is_nothing_of_our_traces_nor_of_what_a_client_said_of_its_own()
    {
        await using var gemini = await StandIn.Answering(Answers.Json(GeminiAnswers.Error(400, "INVALID_ARGUMENT"), 400));
        await using var provider = new ServiceCollection()
            .AddGemini(new GeminiOptions(gemini.Url, "key"))
            .AddLogging()
            .BuildServiceProvider();
        using var request = new Activity("request") { TraceStateString = "client=secret" };
        request.AddBaggage("client", "secret").Start();

        await provider
            .GetRequiredService<ITextModels>()
            .Write("gemini-3-flash-preview", new TextRequest("rules", "brief", new JsonObject()), CancellationToken.None);

        var headers = Assert.Single(gemini.Calls).Headers.Keys;
        foreach (var name in (string[])["traceparent", "tracestate", "baggage", "Correlation-Context", "Request-Id"])
            Assert.DoesNotContain(name, headers, StringComparer.OrdinalIgnoreCase);
    }
}
