using System.Security.Cryptography;
using Campaigns.Domain;
using Campaigns.Domain.Media;

namespace Campaigns.Integrations.Media;

/// <summary>Looks at a sound before it is kept, wherever that is.</summary>
internal static class SoundIntake
{
    /// <summary>As its file is named.</summary>
    public const string Extension = "wav";

    /// <summary>What it is; rejected when it is none that we take.</summary>
    public static Reply<AudioFacts> Look(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MediaOptions.LargestSound)
            return Rejected("too_large", $"The sound is larger than {MediaOptions.LargestSound / 1024 / 1024} MB.");
        return WaveFile.Read(bytes.Span) is { } facts
            ? new Reply<AudioFacts>.Done(facts)
            : Rejected("not_a_sound", "The file is no WAV sound that plays.");
    }

    public static MediaAsset Asset(MediaKey key, Uri url, AudioFacts facts, ReadOnlySpan<byte> bytes) =>
        new(
            key.Value,
            url,
            key.ContentType,
            Convert.ToHexStringLower(SHA256.HashData(bytes)),
            bytes.Length,
            Width: 0,
            Height: 0,
            Audio: facts
        );

    private static Reply<AudioFacts>.Rejected Rejected(string code, string message) =>
        new(new(ProblemClass.ContentRejected, code, message));
}
