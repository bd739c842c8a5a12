using System.Text.Json.Nodes;
using Campaigns.Integrations.Gemini;
using Campaigns.Integrations.Models;
using Campaigns.Integrations.Tests.Gemini;
using Campaigns.Integrations.Tests.Media;
using Campaigns.Integrations.Tests.Rube;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Integrations.Tests;

public sealed class What_is_logged : IDisposable
{
    private readonly Logs logs = new();
    private readonly ServiceCollection services = new();

    public What_is_logged() => logs.AddTo(services);

    public void Dispose() => logs.Dispose();

    [Fact]
    public async Task of_a_call_to_Gemini_holds_neither_key_nor_words()
    {
        await using var gemini = await StandIn.Answering(
            Answers.Json(GeminiAnswers.Error(503, "UNAVAILABLE", GeminiAnswers.RetryIn("0.01s")), 503)
        );
        await using var provider = services.AddGemini(new GeminiOptions(gemini.Url, "the-secret-key")).BuildServiceProvider();

        await provider
            .GetRequiredService<ITextModels>()
            .Write("gemini-3-flash-preview", new TextRequest("secret rules", "secret brief", new JsonObject()), CancellationToken.None);

        Assert.NotEmpty(logs.Lines);
        Assert.DoesNotContain(logs.Lines, line => line.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task of_a_call_to_Rube_holds_no_token()
    {
        await using var rube = await StandIn.Answering(RubeAnswers.Graph(4, null));
        await using var at = new InstagramAtHand(rube.Url, logs: logs);

        await at.Instagram.WhoIs("the-secret-token", CancellationToken.None);

        Assert.NotEmpty(logs.Lines);
        Assert.DoesNotContain(logs.Lines, line => line.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task of_a_staged_picture_does_not_let_a_reader_of_logs_see_it()
    {
        await using var media = await MediaAtHand.Start(logs: logs);

        var fit = (await media.Fit(Pictures.TwoHalves(1080, 1080))).Value();

        Assert.DoesNotContain(logs.Lines, line => line.Contains(fit.Key, StringComparison.Ordinal));
    }
}
