using Campaigns.Integrations.Tests.Gemini;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using static Campaigns.Integrations.Tests.Models.ModelsAtHand;

namespace Campaigns.Integrations.Tests.Models;

/// <summary>What goes wrong on the way is the same for every provider; what it means depends on what was asked.</summary>
public sealed class A_call_of_a_model
{
    public static TheoryData<string> Providers => ["gemini text", "gemini image", "openrouter", "replicate", "veo", "fal"];

    [Theory, MemberData(nameof(Providers))]
    public async Task may_have_been_charged_when_no_answer_comes_in_time(string provider) =>
        Assert.Equal(Unclear(provider, "timeout"), await Ask(provider, Answers.Silence, TimeSpan.FromMilliseconds(300)));

    [Theory, MemberData(nameof(Providers))]
    public async Task may_have_been_charged_when_its_answer_trickles_beyond_the_deadline(string provider) =>
        Assert.Equal(Unclear(provider, "timeout"), await Ask(provider, Trickle, TimeSpan.FromMilliseconds(300)));

    [Theory, MemberData(nameof(Providers))]
    public async Task may_have_been_charged_when_the_connection_breaks(string provider) =>
        Assert.Equal(Unclear(provider, "connection_lost"), await Ask(provider, Answers.HangUp, TimeSpan.FromSeconds(30)));

    [Theory, MemberData(nameof(Providers))]
    public async Task may_have_been_charged_when_the_connection_breaks_within_the_answer(string provider) =>
        Assert.Equal(Unclear(provider, "connection_lost"), await Ask(provider, HalfAnAnswer, TimeSpan.FromSeconds(30)));

    [Theory, MemberData(nameof(Providers))]
    public async Task has_come_to_something_else_when_a_page_answers(string provider) =>
        Assert.Equal("Broken Transient html", await Ask(provider, Answers.Html(), TimeSpan.FromSeconds(30)));

    [Theory, MemberData(nameof(Providers))]
    public async Task does_not_take_the_key_to_where_a_redirect_points(string provider)
    {
        await using var elsewhere = await StandIn.Answering(Answers.Json("{}"));

        var said = await Ask(
            provider,
            Answers.Send(307, "text/plain", "", ("Location", elsewhere.Url.ToString())),
            TimeSpan.FromSeconds(30)
        );

        Assert.Equal("Broken Misconfigured http_307", said);
        Assert.Empty(elsewhere.Calls);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task did_nothing_when_nobody_was_there(string provider)
    {
        Uri gone;
        await using (var standIn = await StandIn.Answering(Answers.Json("{}")))
            gone = standIn.Url;

        Assert.Equal("Broken Transient connect_failed", await Ask(provider, gone, TimeSpan.FromSeconds(30), CancellationToken.None));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task is_given_up_when_the_caller_does(string provider)
    {
        await using var standIn = await StandIn.Answering(Answers.Silence);
        using var caller = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Ask(provider, standIn.Url, TimeSpan.FromSeconds(30), caller.Token));
    }

    /// <summary>What is begun and goes on by itself is unknown; a lost text or picture is only lost.</summary>
    private static string Unclear(string provider, string code) =>
        $"Unclear {(provider is "replicate" or "veo" or "fal" ? "OutcomeUnknown" : "Transient")} {code}";

    private static async Task<string> Ask(string provider, Answer answer, TimeSpan timeout)
    {
        await using var standIn = await StandIn.Answering(answer);
        var said = await Ask(provider, standIn.Url, timeout, CancellationToken.None);
        Assert.Single(standIn.Calls);
        return said;
    }

    private static async Task<string> Ask(string provider, Uri url, TimeSpan timeout, CancellationToken ct)
    {
        await using var adapter = At(provider, url, timeout);
        return provider switch
        {
            "gemini text" => (await adapter.Text().Write("m", Brief, ct)).Said(),
            "gemini image" => (await adapter.Media().Begin("m", Shoe, ct)).Said(),
            "openrouter" => (await adapter.Text().Write("m/m", Brief, ct)).Said(),
            "replicate" => (await adapter.Media().Begin("google/nano-banana-pro", Shoe, ct)).Said(),
            _ => (await adapter.Media().Begin("fal-ai/veo3", Run, ct)).Said(),
        };
    }

    private static ServiceProvider At(string provider, Uri url, TimeSpan timeout) =>
        provider switch
        {
            "openrouter" => AtOpenRouter(url, timeout),
            "replicate" => AtReplicate(url, timeout),
            "veo" => AtVeo(url, timeout),
            "fal" => AtFal(url, timeout),
            _ => GeminiAtHand.At(url, options => options with { TextTimeout = timeout, ImageTimeout = timeout }),
        };

    private static Answer Trickle =>
        async http =>
        {
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync("{\"id\":");
            await http.Response.Body.FlushAsync();
            await Answers.Silence(http);
        };

    private static Answer HalfAnAnswer =>
        async http =>
        {
            http.Response.ContentType = "application/json";
            http.Response.ContentLength = 1000;
            await http.Response.WriteAsync("{\"id\":");
            await http.Response.Body.FlushAsync();
            http.Abort();
        };
}
