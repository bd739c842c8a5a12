namespace Campaigns.Grains.Exports;

/// <summary>Reads a tenant's events, page by page, for who takes them along.</summary>
public interface IExportGrain : IGrainWithStringKey
{
    /// <summary>The next events as lines of JSON.</summary>
    /// <param name="after">What the page before ended with; null: the beginning.</param>
    Task<ExportedEvents> Events(string? after);
}

/// <summary>Some of a tenant's events.</summary>
/// <param name="Lines">The kind of aggregate, and the event as a line of JSON.</param>
/// <param name="Next">Where to go on; null at the end.</param>
[GenerateSerializer, Immutable]
public sealed record ExportedEvents([property: Id(0)] IReadOnlyList<ExportedEvent> Lines, [property: Id(1)] string? Next);

/// <summary>An event.</summary>
/// <param name="Category">The kind of aggregate.</param>
/// <param name="Line">JSON.</param>
[GenerateSerializer, Immutable]
public sealed record ExportedEvent([property: Id(0)] string Category, [property: Id(1)] string Line);
