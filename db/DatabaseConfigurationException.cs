namespace Campaigns.Database;

/// <summary>The configuration does not say how to reach a database, or names a role that must not serve. The message is for an operator.</summary>
public sealed class DatabaseConfigurationException(string message) : Exception(message);
