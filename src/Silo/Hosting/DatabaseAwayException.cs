namespace Campaigns.Silo.Hosting;

/// <summary>A database does not answer: nothing is wrong with the configuration as far as one can tell, and another try may do.</summary>
internal sealed class DatabaseAwayException(string message, Exception inner) : Exception(message, inner);
