using Campaigns.EventStore;

namespace Campaigns.Projections.Engine;

/// <summary>One filling of a read model's table by a projection. A read model has two tables (slots), hence at most two builds.</summary>
/// <param name="Projection">What folds it.</param>
/// <param name="Slot">Which table: <c>a</c> or <c>b</c>.</param>
/// <param name="State">Whether it is what is read.</param>
/// <param name="Position">How far it has come.</param>
internal sealed record Build(IProjection Projection, string Slot, BuildState State, LogPosition Position)
{
    /// <summary>A projection's first build.</summary>
    public static Build First(IProjection projection) => new(projection, "a", BuildState.Live, LogPosition.Start);

    public string Name => Projection.Name;

    /// <summary>The table it fills, with its schema.</summary>
    public string Table => $"{Projection.Table}_{Slot}";

    /// <summary>Whether it is the same build, however far.</summary>
    public bool Is(Build other) => Name == other.Name && Slot == other.Slot && State == other.State;
}

/// <summary>What a build is for.</summary>
internal enum BuildState
{
    /// <summary>It is read.</summary>
    Live,

    /// <summary>It catches up beside the live one, and takes its place then.</summary>
    Building,

    /// <summary>It was read before, and stands still for a way back.</summary>
    Kept,
}
