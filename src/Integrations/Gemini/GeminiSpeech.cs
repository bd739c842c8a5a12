using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json.Nodes;
using Campaigns.Integrations.Models;

namespace Campaigns.Integrations.Gemini;

/// <summary>A request for a voice in the words of <c>generateContent</c>, and its samples as a file that plays.</summary>
internal static class GeminiSpeech
{
    private const int UsualRate = 24_000;

    // Any other tag is refused; without one, the language is heard from the text.
    private static readonly HashSet<string> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        "ar-XA",
        "bn-IN",
        "cmn-CN",
        "de-DE",
        "en-AU",
        "en-GB",
        "en-IN",
        "en-US",
        "es-ES",
        "es-US",
        "fr-CA",
        "fr-FR",
        "gu-IN",
        "hi-IN",
        "id-ID",
        "it-IT",
        "ja-JP",
        "kn-IN",
        "ko-KR",
        "ml-IN",
        "mr-IN",
        "nl-NL",
        "pl-PL",
        "pt-BR",
        "ru-RU",
        "ta-IN",
        "te-IN",
        "th-TH",
        "tr-TR",
        "vi-VN",
    };

    public static JsonObject Body(MediaRequest.Speech request, string usualVoice)
    {
        var speech = new JsonObject
        {
            ["voiceConfig"] = new JsonObject { ["prebuiltVoiceConfig"] = new JsonObject { ["voiceName"] = request.Voice ?? usualVoice } },
        };
        if (Languages.Contains(request.Language))
            speech["languageCode"] = request.Language;
        return new()
        {
            ["contents"] = new JsonArray(
                new JsonObject { ["role"] = "user", ["parts"] = new JsonArray(new JsonObject { ["text"] = request.Text }) }
            ),
            ["generationConfig"] = new JsonObject { ["responseModalities"] = new JsonArray("AUDIO"), ["speechConfig"] = speech },
        };
    }

    /// <summary>As they are priced: characters as people count them, not halves of an emoji.</summary>
    public static int CharactersOf(MediaRequest.Speech request) => request.Text.EnumerateRunes().Count();

    /// <summary>Bare samples (<c>audio/L16;codec=pcm;rate=24000</c>: 16 bits, one channel) get the head of a WAV file; null for what is not known.</summary>
    public static MediaWork? Playable(ReadOnlyMemory<byte> bytes, string contentType)
    {
        var parts = contentType.Split(';', StringSplitOptions.TrimEntries);
        return parts[0].ToLowerInvariant() switch
        {
            "audio/l16" or "audio/pcm" => new MediaWork.Here(Wave(bytes.Span, Rate(parts)), "audio/wav"),
            "audio/wav" or "audio/x-wav" or "audio/wave" => new MediaWork.Here(bytes, "audio/wav"),
            _ => null,
        };
    }

    private static int Rate(string[] parts) =>
        parts.FirstOrDefault(part => part.StartsWith("rate=", StringComparison.OrdinalIgnoreCase)) is { } rate
        && int.TryParse(rate.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var hertz)
        && hertz is >= 8_000 and <= 192_000
            ? hertz
            : UsualRate;

    private static byte[] Wave(ReadOnlySpan<byte> samples, int rate)
    {
        var file = new byte[44 + samples.Length];
        var head = file.AsSpan();
        "RIFF"u8.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], 36 + samples.Length);
        "WAVEfmt "u8.CopyTo(head[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(head[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(head[20..], 1); // plain samples
        BinaryPrimitives.WriteInt16LittleEndian(head[22..], 1); // one channel
        BinaryPrimitives.WriteInt32LittleEndian(head[24..], rate);
        BinaryPrimitives.WriteInt32LittleEndian(head[28..], rate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(head[32..], 2);
        BinaryPrimitives.WriteInt16LittleEndian(head[34..], 16);
        "data"u8.CopyTo(head[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(head[40..], samples.Length);
        samples.CopyTo(head[44..]);
        return file;
    }
}
