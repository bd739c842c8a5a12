namespace Campaigns.Domain.Generations;

/// <summary>A model of a provider, as configuration names it.</summary>
/// <param name="Provider">Such as <c>gemini</c>, <c>openrouter</c>, <c>replicate</c>, <c>veo</c>, <c>fal</c>.</param>
/// <param name="Model">Its id there. Ids are configuration: they retire within months.</param>
public sealed record ModelChoice(string Provider, string Model);
