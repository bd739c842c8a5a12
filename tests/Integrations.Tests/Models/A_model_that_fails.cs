using System.Diagnostics.Metrics;
using Campaigns.Domain;
using Campaigns.Domain.Generations;
using Campaigns.Integrations.Models;
using Microsoft.Extensions.Time.Testing;

namespace Campaigns.Integrations.Tests.Models;

public sealed class A_model_that_fails : IDisposable
{
    private static readonly ModelChoice Model = new("openrouter", "openai/gpt-5.2");

    private readonly FakeTimeProvider clock = new();
    private readonly ModelCircuits circuits;
    private int calls;

    public A_model_that_fails() =>
        circuits = new(
            new CircuitOptions
            {
                Failures = 3,
                Pause = TimeSpan.FromSeconds(10),
                LongestPause = TimeSpan.FromSeconds(25),
            },
            clock
        );

    public void Dispose() => circuits.Dispose();

    [Fact]
    public async Task is_left_alone_after_so_many_failures_in_a_row()
    {
        await Fail(3);

        var said = Assert.IsType<Reply<string>.Busy>(await Call(Works));
        Assert.Equal(("circuit_open", ProblemClass.Transient), (said.Problem.Code, said.Problem.Class));
        Assert.Equal(TimeSpan.FromSeconds(10), said.RetryAfter);
        Assert.Equal(3, calls);
        Assert.Equal(CircuitState.Open, Assert.Single(circuits.Standing()).State);
    }

    [Fact]
    public async Task is_called_on_when_it_works_between()
    {
        await Fail(2);
        await Call(Works);
        await Fail(2);

        Assert.IsType<Reply<string>.Done>(await Call(Works));
    }

    [Fact]
    public async Task leaves_others_of_its_provider_alone()
    {
        await Fail(3);

        var other = await circuits.Pass(new ModelChoice("openrouter", "x-ai/grok-4"), () => Task.FromResult(Attempt(Works)));

        Assert.IsType<Reply<string>.Done>(other.Reply);
    }

    [Fact]
    public async Task is_tried_by_one_call_after_the_pause()
    {
        await Fail(3);
        clock.Advance(TimeSpan.FromSeconds(11));
        var answer = new TaskCompletionSource<Attempted<string>>();

        var trial = circuits.Pass(Model, () => answer.Task);
        Assert.Equal("circuit_open", Assert.IsType<Reply<string>.Busy>(await Call(Works)).Problem.Code);
        answer.SetResult(Attempt(Works));
        await trial;

        Assert.IsType<Reply<string>.Done>(await Call(Works));
        Assert.Equal(CircuitState.Closed, Assert.Single(circuits.Standing()).State);
    }

    [Fact]
    public async Task is_left_alone_for_longer_each_time_but_not_for_ever()
    {
        await Fail(3);
        foreach (var pause in (int[])[20, 25, 25])
        {
            clock.Advance(TimeSpan.FromSeconds(26));
            await Fail(1);
            Assert.Equal(TimeSpan.FromSeconds(pause), Assert.IsType<Reply<string>.Busy>(await Call(Works)).RetryAfter);
        }
    }

    [Fact]
    public async Task is_tried_again_when_the_trial_is_given_up()
    {
        await Fail(3);
        clock.Advance(TimeSpan.FromSeconds(11));
        await Assert.ThrowsAsync<OperationCanceledException>(() =>
            circuits.Pass<string>(Model, () => throw new OperationCanceledException())
        );

        Assert.IsType<Reply<string>.Done>(await Call(Works));
    }

    public static TheoryData<string, string> Words =>
        new()
        {
            { "Done", "Works" },
            { "Rejected SafetyRefused", "Works" },
            { "Busy Throttled", "Nothing" },
            { "Broken OutputCut", "Nothing" },
            { "Busy Transient", "Fails" },
            { "Broken Transient", "Fails" },
            { "Broken ModelGone", "Fails" },
            { "Broken QuotaReached", "Fails" },
            { "Broken OutputUnusable", "Fails" },
            { "Unclear Transient", "Fails" },
        };

    [Theory, MemberData(nameof(Words))]
    public void is_known_by_what_its_replies_say(string reply, string word)
    {
        var (kind, problem) = reply.Split(' ') is [var k, var c] ? (k, new Problem(Enum.Parse<ProblemClass>(c), "c", "m")) : (reply, null!);
        Reply<string> said = kind switch
        {
            "Done" => Works,
            "Rejected" => new Reply<string>.Rejected(problem),
            "Busy" => new Reply<string>.Busy(problem),
            "Broken" => new Reply<string>.Broken(problem),
            _ => new Reply<string>.Unclear(problem),
        };

        Assert.Equal(word, ModelCircuits.WordOf(said).ToString());
    }

    [Fact]
    public async Task is_seen_in_the_metrics()
    {
        var seen = new List<double>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, one) =>
        {
            if (instrument.Name == "campaigns.provider.circuit")
                one.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>(
            (_, value, tags, _) =>
            {
                if (tags.ToArray().Any(tag => tag.Value is "metrics/model"))
                    seen.Add(value);
            }
        );
        listener.Start();

        for (var i = 0; i < 3; i++)
            await circuits.Pass(new ModelChoice("openrouter", "metrics/model"), () => Task.FromResult(Attempt(Broken)));
        listener.RecordObservableInstruments();
        clock.Advance(TimeSpan.FromSeconds(11));
        listener.RecordObservableInstruments();

        Assert.Equal([1, 0.5], seen);
    }

    private static Reply<string> Works => new Reply<string>.Done("{}");

    private static Reply<string> Broken => new Reply<string>.Broken(new(ProblemClass.Transient, "http_500", "It failed."));

    private async Task Fail(int times)
    {
        for (var i = 0; i < times; i++)
            await Call(Broken);
    }

    private async Task<Reply<string>> Call(Reply<string> reply) =>
        (
            await circuits.Pass(
                Model,
                () =>
                {
                    calls++;
                    return Task.FromResult(Attempt(reply));
                }
            )
        ).Reply;

    private static Attempted<string> Attempt(Reply<string> reply) => new(reply, Model.Model, MeasuredUsage.None);
}
