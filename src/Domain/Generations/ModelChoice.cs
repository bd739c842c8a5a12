using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Campaigns.Domain.Generations;

/// <summary>A model of a provider, as configuration names it.</summary>
/// <param name="Provider">Such as <c>gemini</c>, <c>openrouter</c>, <c>replicate</c>, <c>veo</c>, <c>fal</c>.</param>
/// <param name="Model">Its id there. Ids are configuration: they retire within months.</param>
public sealed partial record ModelChoice(string Provider, string Model)
{
    /// <summary>Reads <c>provider:model</c>; false when it is none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ModelChoice? model)
    {
        model =
            text is not null && Shape.Match(text.Trim()) is { Success: true } match
                ? new(match.Groups[1].Value, match.Groups[2].Value)
                : null;
        return model is not null;
    }

    [GeneratedRegex(@"^([a-z][a-z0-9-]{0,39}):([A-Za-z0-9][A-Za-z0-9._/:@-]{0,199})\z")]
    private static partial Regex Shape { get; }
}
