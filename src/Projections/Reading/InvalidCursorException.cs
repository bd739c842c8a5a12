namespace Campaigns.Projections.Reading;

/// <summary>A cursor that this list never gave out, or gave out in another order. The message is for whoever sent it.</summary>
public sealed class InvalidCursorException() : Exception("The cursor does not belong to this list in this order.");
