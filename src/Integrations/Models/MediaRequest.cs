using Campaigns.Domain.Media;

namespace Campaigns.Integrations.Models;

/// <summary>What to make.</summary>
public abstract record MediaRequest
{
    private MediaRequest() { } // closed: every case is below

    /// <summary>A picture.</summary>
    /// <param name="Prompt">What it shows.</param>
    /// <param name="Ratio">Its shape.</param>
    /// <param name="References">Pictures to go by (logo, products, style), or to change, in the order the prompt speaks of them.</param>
    public sealed record Image(string Prompt, AspectRatio Ratio, IReadOnlyList<ReferencePicture> References) : MediaRequest;

    /// <summary>A clip.</summary>
    /// <param name="Prompt">What happens in it.</param>
    /// <param name="Ratio">Its shape: tall or wide.</param>
    /// <param name="Seconds">How long; a provider takes the nearest it can make.</param>
    /// <param name="FirstFrame">What it begins with; null to begin from the words alone.</param>
    public sealed record Video(string Prompt, AspectRatio Ratio, int Seconds, ReferencePicture? FirstFrame) : MediaRequest;

    /// <summary>A voice.</summary>
    /// <param name="Text">What it says.</param>
    /// <param name="Language">BCP 47 tag.</param>
    /// <param name="Voice">The provider's name of it; null for the configured one.</param>
    public sealed record Speech(string Text, string Language, string? Voice) : MediaRequest;
}

/// <summary>A picture that goes with a request, in memory on its way, with the address where a provider may fetch it itself.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="ContentType">Found from its content.</param>
/// <param name="Url">Where it can be fetched; used where a provider takes addresses only and this one is public.</param>
public sealed record ReferencePicture(ReadOnlyMemory<byte> Bytes, string ContentType, Uri? Url);
