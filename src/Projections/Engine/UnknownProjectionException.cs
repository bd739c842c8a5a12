namespace Campaigns.Projections.Engine;

/// <summary>No projection has the name that someone gave.</summary>
/// <param name="name">What was given.</param>
/// <param name="known">The names there are.</param>
public sealed class UnknownProjectionException(string name, IReadOnlyList<string> known)
    : Exception($"No projection is named '{name}'; there are {string.Join(", ", known)}.")
{
    /// <summary>The names there are.</summary>
    public IReadOnlyList<string> Known { get; } = known;
}
