namespace Campaigns.Sandbox.Gemini.Copy;

/// <summary>The sentences of one language, with places for brand, product and two words of the brief. Greetings lead over to the brief's own words.</summary>
internal sealed record Voice(
    string[] Greetings,
    string[] Openers,
    string[] Middles,
    string[] Closers,
    string[] Headlines,
    string[] Calls,
    string[] Tags,
    string AltText
)
{
    public static Voice Of(string language) =>
        language switch
        {
            "pt" => PortugueseVoice.Voice,
            "de" => GermanVoice.Voice,
            "es" => SpanishVoice.Voice,
            "en" => EnglishVoice.Voice,
            _ => NeutralVoice.Voice,
        };
}
