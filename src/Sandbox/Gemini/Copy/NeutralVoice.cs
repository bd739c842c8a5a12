namespace Campaigns.Sandbox.Gemini.Copy;

/// <summary>Copy in whatever language the brief is written in: its own words between signs that need no language.</summary>
internal static class NeutralVoice
{
    public static readonly Voice Voice = new(
        ["✨ {brand}:", "📣 {brand}:", "👋 {brand}:", "🗓 {brand}:", "💛 {brand}:", "🌿 {brand}:", "🎉 {brand}:", "📍 {brand}:"],
        [
            "✨ {product} · {brand}",
            "📣 {brand}: {product}!",
            "👋 {brand} + {product}",
            "🗓 {product} @ {brand}",
            "💛 {product}, {brand}",
            "🌿 {brand} · {product}",
            "🎉 {product}! {brand}",
            "📍 {brand}: {product}",
        ],
        ["{word} · {other}", "{word} + {other}", "{word}, {other}", "{word}!", "{word} … {other}", "{word} / {other}", "{word} & {other}"],
        ["✨", "💛", "👇", "🙌", "📌"],
        ["{product}", "{brand}: {product}", "{brand} · {word}", "{product} · {word}", "{word}!", "{brand}"],
        ["→", "👉", "➕", "📅", "🛒"],
        ["instagood", "photooftheday", "instadaily"],
        "{brand}: {product}, {word}"
    );
}
