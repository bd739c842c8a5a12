namespace Campaigns.Projections.Reading;

/// <summary>The database could not be read just now. Asking again later may do.</summary>
public sealed class ReadModelUnavailableException(Exception cause) : Exception("The read models cannot be reached at this moment.", cause);
