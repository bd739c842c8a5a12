namespace Campaigns.EventStore;

/// <summary>A committed append.</summary>
/// <param name="Version">The stream's version now: the number of its events.</param>
/// <param name="Position">The place of its last event in the log.</param>
public readonly record struct Appended(long Version, LogPosition Position);
