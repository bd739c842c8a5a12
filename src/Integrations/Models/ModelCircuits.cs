using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Campaigns.Domain;
using Campaigns.Domain.Generations;

namespace Campaigns.Integrations.Models;

/// <summary>Whether a model is called.</summary>
public enum CircuitState
{
    /// <summary>It is.</summary>
    Closed,

    /// <summary>One call at a time finds out whether it works again.</summary>
    Trying,

    /// <summary>It is not.</summary>
    Open,
}

/// <summary>How the circuit of one model stands.</summary>
/// <param name="Model">Whose it is.</param>
/// <param name="State">Whether it is called.</param>
/// <param name="Failures">In a row, until it opened.</param>
/// <param name="TryAt">When it is tried again; null unless it is open.</param>
public sealed record CircuitStanding(ModelChoice Model, CircuitState State, int Failures, DateTimeOffset? TryAt);

/// <summary>The circuits of all models that this process has called. Each silo finds out for itself.</summary>
public sealed class ModelCircuits : IDisposable
{
    /// <summary>The code of an answer that was given without asking.</summary>
    public const string OpenCode = "circuit_open";

    private readonly ConcurrentDictionary<ModelChoice, Circuit> circuits = new();
    private readonly CircuitOptions options;
    private readonly TimeProvider clock;
    private readonly Meter meter = new(ProviderTelemetry.Name);
    private readonly Counter<long> openings;

    /// <summary>All closed.</summary>
    /// <param name="options">When they open.</param>
    /// <param name="clock">The time they live by.</param>
    public ModelCircuits(CircuitOptions options, TimeProvider clock)
    {
        (this.options, this.clock) = (options, clock);
        openings = meter.CreateCounter<long>("campaigns.provider.circuit.openings", "{opening}", "A model was left alone after failures.");
        meter.CreateObservableGauge(
            "campaigns.provider.circuit",
            Measure,
            "1",
            "Whether a model is left alone: 0 no, 0.5 being tried, 1 yes."
        );
    }

    /// <summary>How they stand, by provider and model.</summary>
    public IReadOnlyList<CircuitStanding> Standing() =>
        [
            .. circuits
                .Select(circuit => (circuit.Key, Standing: circuit.Value.Standing()))
                .Select(one => new CircuitStanding(one.Key, one.Standing.State, one.Standing.Failures, one.Standing.TryAt))
                .OrderBy(one => one.Model.Provider, StringComparer.Ordinal)
                .ThenBy(one => one.Model.Model, StringComparer.Ordinal),
        ];

    /// <summary>Calls, unless the circuit is open: then the answer is <c>Busy</c> at once.</summary>
    internal async Task<Attempted<T>> Pass<T>(ModelChoice model, Func<Task<Attempted<T>>> call)
    {
        var circuit = circuits.GetOrAdd(model, _ => new(options, clock));
        if (circuit.Enter() is { } wait)
            return new(
                new Reply<T>.Busy(
                    new(ProblemClass.Transient, OpenCode, "The model failed again and again: it is left alone for a while."),
                    wait
                ),
                model.Model,
                MeasuredUsage.None
            );
        var word = Circuit.Word.Nothing; // also when it is given up, or throws
        try
        {
            var attempted = await call();
            word = WordOf(attempted.Reply);
            return attempted;
        }
        finally
        {
            if (circuit.Tell(word))
                openings.Add(1, Tags(model));
        }
    }

    /// <summary>A refusal shows that the model works; a limit on our calls, or on the answer's length, says nothing of it.</summary>
    internal static Circuit.Word WordOf<T>(Reply<T> reply) =>
        reply switch
        {
            Reply<T>.Done or Reply<T>.Rejected => Circuit.Word.Works,
            Reply<T>.Busy { Problem.Class: ProblemClass.Throttled } => Circuit.Word.Nothing,
            Reply<T>.Broken { Problem.Class: ProblemClass.OutputCut } => Circuit.Word.Nothing,
            Reply<T>.Busy or Reply<T>.Broken or Reply<T>.Unclear => Circuit.Word.Fails,
            _ => throw new UnreachableException(),
        };

    /// <inheritdoc />
    public void Dispose() => meter.Dispose();

    private IEnumerable<Measurement<double>> Measure() =>
        Standing()
            .Select(one => new Measurement<double>(
                one.State switch
                {
                    CircuitState.Closed => 0,
                    CircuitState.Trying => 0.5,
                    _ => 1,
                },
                Tags(one.Model)
            ));

    private static KeyValuePair<string, object?>[] Tags(ModelChoice model) =>
        [new("campaigns.provider", model.Provider), new("campaigns.model", model.Model)];
}
