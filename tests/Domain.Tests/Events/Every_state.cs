using System.Text.Json;
using Campaigns.EventStore.Serialization;

namespace Campaigns.Domain.Tests.Events;

public sealed class Every_state
{
    public static TheoryData<string> Names { get; } = [.. StateSamples.All.Select(states => states.State.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void keeps_its_shape_under_its_snapshot_version(string name)
    {
        var states = Of(name);

        GoldenFile.Expect(
            $"snapshots/{name.ToLowerInvariant()}.v{states.SnapshotVersion}.txt",
            JsonShape.Of(states.State),
            $"Snapshots of {name} have another shape now: raise {name}.SnapshotVersion, delete this file and write the new one "
                + "(CAMPAIGNS_GOLDEN=write). Old snapshots are then ignored, and the state is folded anew."
        );
    }

    [Fact]
    public void has_one_shape() =>
        Assert.Equal(
            StateSamples
                .All.Select(states => $"{states.State.Name.ToLowerInvariant()}.v{states.SnapshotVersion}.txt")
                .Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Path.Combine(GoldenFile.Folder, "snapshots")).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void comes_back_from_a_snapshot_as_it_was(string name)
    {
        var states = Of(name);
        foreach (var state in states.States)
        {
            var snapshot = JsonSerializer.Serialize(state, states.State, EventJson.Options);
            var back = JsonSerializer.Deserialize(snapshot, states.State, EventJson.Options)!;

            Assert.IsType(state.GetType(), back);
            Assert.Equal(snapshot, JsonSerializer.Serialize(back, states.State, EventJson.Options));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void takes_every_event_without_complaint(string name)
    {
        var states = Of(name);
        foreach (var sample in EventSamples.All.Where(sample => sample.GetType().IsSubclassOf(states.Event)))
            Assert.All(states.By(sample), step => Assert.NotNull(step.After));
    }

    private static IFoldedStates Of(string name) => StateSamples.All.Single(states => states.State.Name == name);
}
