using Campaigns.EventStore;

namespace Campaigns.Projections.Engine;

/// <summary>
/// An event that a projection could not take in, and why. It was left out; all others go on, those of the same row too, until a retry folds the
/// whole stream again.
/// </summary>
internal sealed record ParkedEvent(string Projection, RecordedEvent Recorded, string Reason);
