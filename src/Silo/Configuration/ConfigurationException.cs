namespace Campaigns.Silo.Configuration;

/// <summary>The start is refused. Holds everything that is wrong at once, so that nobody has to mend it line by line.</summary>
internal sealed class ConfigurationException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    public ConfigurationException(string problem)
        : this([problem]) { }

    /// <summary>One sentence each; every one names its variable.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
