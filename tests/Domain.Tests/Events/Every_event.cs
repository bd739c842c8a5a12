using System.Text.Json;
using System.Text.RegularExpressions;
using Campaigns.EventStore.Serialization;

namespace Campaigns.Domain.Tests.Events;

public sealed partial class Every_event
{
    private const string WhenChanged =
        "This event is stored like that already, so its payload may not change: give the new meaning a new version (a new [EventName]) and an "
        + "upcaster. A new member with a default is no change of meaning: add it by hand, after a test that the old file still reads.";

    /// <summary>Events that move no state, and why they are recorded all the same.</summary>
    private static readonly Dictionary<string, string> RecordOnly = new()
    {
        ["publication.outcome_unclear.v1"] = "Publishing means \"it may be public\" already; the history says why we had to ask.",
        ["tenant.person_erased.v1"] = "The names are no state of the tenant's: it proves that they were erased, and when.",
    };

    private static readonly JsonSerializerOptions Indented = new(EventJson.Options) { WriteIndented = true };

    public static TheoryData<string> Names { get; } = [.. EventCatalogue.All.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void has_a_sample() =>
        Assert.Equal(
            EventCatalogue.All.Keys.Order(StringComparer.Ordinal),
            EventSamples.All.Select(sample => EventCatalogue.NameOf(sample.GetType())).Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void is_stored_under_its_aggregate_its_fact_and_a_version(string name)
    {
        var type = EventCatalogue.All[name];
        var aggregate = Aggregate(type).State.Name.ToLowerInvariant();
        var fact = CapitalInside().Replace(type.Name, "_$1").ToLowerInvariant();

        Assert.Matches($@"\A{aggregate}\.{fact}\.v[1-9][0-9]*\z", name);
        Assert.True(EventCatalogue.TryFind(name, out var found));
        Assert.Equal((type, name), (found, EventCatalogue.NameOf(type)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void is_stored_as_it_always_was_and_read_back(string name)
    {
        var type = EventCatalogue.All[name];
        var stored = JsonSerializer.Serialize(Sample(name), type, Indented);

        var golden = GoldenFile.Expect($"{name}.json", stored, WhenChanged);

        var codec = new EventCodec();
        var read = codec.Decode(name, System.Text.Encoding.UTF8.GetBytes(golden));
        Assert.IsType(type, read);
        Assert.Equal(stored, JsonSerializer.Serialize(read, type, Indented));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void moves_a_state_or_says_why_not(string name)
    {
        var sample = Sample(name);
        var moves = Aggregate(sample.GetType()).By(sample).Any(step => Shown(step.Before) != Shown(step.After));

        Assert.True(
            moves != RecordOnly.ContainsKey(name),
            $"{name} moves {(moves ? "a" : "no")} state, and is {(moves ? "" : "not ")}listed."
        );
    }

    [Fact]
    public void is_the_only_reason_for_a_golden_file() =>
        Assert.Equal(
            EventCatalogue.All.Keys.Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(GoldenFile.Folder, "*.json").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void has_a_name_of_its_own_or_is_none() => Assert.Throws<KeyNotFoundException>(() => EventCatalogue.NameOf(typeof(DomainEvent)));

    private static DomainEvent Sample(string name) => EventSamples.All.Single(sample => EventCatalogue.NameOf(sample.GetType()) == name);

    private static IFoldedStates Aggregate(Type type) => StateSamples.All.Single(states => type.IsSubclassOf(states.Event));

    private static string Shown(object state) => state.GetType().Name + JsonSerializer.Serialize(state, state.GetType(), EventJson.Options);

    [GeneratedRegex("(?<!^)([A-Z])")]
    private static partial Regex CapitalInside();
}
