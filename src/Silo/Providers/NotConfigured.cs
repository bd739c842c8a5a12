using Campaigns.Domain;

namespace Campaigns.Silo.Providers;

/// <summary>What is answered in the place of a provider that has no key: an operator must look. Never a stand-in's answer.</summary>
internal static class NotConfigured
{
    public static Problem Problem(string variable) =>
        new(ProblemClass.Misconfigured, "not_configured", $"This system has no provider for it: {variable} is not set.");
}
