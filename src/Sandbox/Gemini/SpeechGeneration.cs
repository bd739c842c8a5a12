using System.Buffers.Binary;
using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.Gemini;

/// <summary>Speaks the answer: nobody's words, but a soft tone for each letter, so that a longer text is a longer file and another text another.</summary>
internal static class SpeechGeneration
{
    private const int Rate = 24_000;
    private const int SamplesALetter = Rate / 16;
    private const int MostSeconds = 120;
    private const int TokensASecond = 25;

    public static (JsonArray Parts, GeminiUsage Usage) Speak(GeminiRequest request)
    {
        var letters = request.Prompt.AsSpan(0, Math.Min(request.Prompt.Length, MostSeconds * 16));
        var samples = new byte[Math.Max(letters.Length, 8) * SamplesALetter * 2];
        for (var i = 0; i < letters.Length; i++)
            if (char.IsLetterOrDigit(letters[i]))
                Tone(samples.AsSpan(i * SamplesALetter * 2, SamplesALetter * 2), 180 + letters[i] % 32 * 12);
        var voice = new JsonObject
        {
            ["inlineData"] = new JsonObject
            {
                ["mimeType"] = $"audio/L16;codec=pcm;rate={Rate}",
                ["data"] = Convert.ToBase64String(samples),
            },
        };
        var tokens = samples.Length / 2 * TokensASecond / Rate;
        return ([voice], new(GeminiUsage.PromptOf(request), tokens, 0, "AUDIO"));
    }

    private static void Tone(Span<byte> samples, double hertz)
    {
        for (var i = 0; i < SamplesALetter; i++)
        {
            var swell = Math.Sin(Math.PI * i / SamplesALetter);
            var sample = (short)(6000 * swell * Math.Sin(2 * Math.PI * hertz * i / Rate));
            BinaryPrimitives.WriteInt16LittleEndian(samples[(i * 2)..], sample);
        }
    }
}
