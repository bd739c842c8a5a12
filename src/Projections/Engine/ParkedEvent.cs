using Campaigns.EventStore;

namespace Campaigns.Projections.Engine;

/// <summary>
/// An event that a projection could not take in, and why. It was left out; all others go on, those of the same row too, until a retry folds the
/// whole stream again.
/// </summary>
/// <param name="Projection">Its name.</param>
/// <param name="Recorded">The event.</param>
/// <param name="Reason">For operators: nothing of what the event or a row says.</param>
/// <param name="Cause">For the log.</param>
internal sealed record ParkedEvent(string Projection, RecordedEvent Recorded, string Reason, Exception? Cause = null);
