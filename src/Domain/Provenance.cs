namespace Campaigns.Domain;

/// <summary>What made a piece of content, for the disclosure that goes with it.</summary>
/// <param name="Provider">Such as <c>gemini</c>.</param>
/// <param name="Model">As the provider's reply named it.</param>
/// <param name="PromptVersion">The version of our prompt.</param>
public sealed record Provenance(string Provider, string Model, string PromptVersion);
