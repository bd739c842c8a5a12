using System.Text.RegularExpressions;

namespace Campaigns.Sandbox.Gemini.Copy;

/// <summary>Finds values that a prompt labels: <c>Brand: X</c>, <c>"brand": {"name": "X"}</c>, <c>**Marke:** X</c>.</summary>
internal static class Labels
{
    public static readonly string[] Brand = ["brand name", "brandName", "brand", "nome da marca", "nombre de la marca", "marca", "marke"];

    /// <summary>What a brand is called where the whole text is about the brand.</summary>
    public static readonly string[] Name = ["name", "nome", "nombre"];

    public static readonly string[] Product =
    [
        "product",
        "produto",
        "produkt",
        "producto",
        "offer",
        "oferta",
        "angebot",
        "topic",
        "tópico",
        "subject",
        "tema",
        "thema",
        "campaign name",
        "campaign",
        "campanha",
        "campaña",
        "kampagne",
        "title",
        "objective",
        "goal",
    ];

    public static string? Find(string text, string[] labels)
    {
        foreach (var label in labels)
        {
            var match = Regex.Match(
                text,
                $$"""\b{{label}}["']?\**\s*[:=]\s*\**\s*(?:\{\s*["']?name["']?\s*[:=]\s*)?(?:"([^"\n]{2,120})"|([^"'\n,;{}\[\]|]{2,120}?)(?=\s*(?:[,;\n"'{}\[\]|]|\.\s|\.$|$)))""",
                RegexOptions.IgnoreCase
            );
            if (match.Success)
                return (match.Groups[1].Success ? match.Groups[1] : match.Groups[2]).Value.Trim();
        }
        return null;
    }
}
