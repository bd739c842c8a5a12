namespace Campaigns.Silo.Configuration;

/// <summary>One thing that is wrong with the configuration, for an operator. Never holds a secret's value.</summary>
/// <param name="Variable">The environment variable to set or change.</param>
/// <param name="Wrong">What is wrong, as the rest of a sentence that begins with the variable.</param>
/// <param name="Example">What it could look like; null where nothing would help.</param>
internal sealed record ConfigurationProblem(string Variable, string Wrong, string? Example = null)
{
    public override string ToString() => Example is null ? $"{Variable} {Wrong}" : $"{Variable} {Wrong}. Example: {Variable}={Example}";
}
