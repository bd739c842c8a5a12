using System.Diagnostics;
using System.Text.Json;
using Campaigns.Domain;
using Campaigns.Domain.Generations;
using Campaigns.Integrations.Http;
using Campaigns.Integrations.Models;

namespace Campaigns.Integrations.Gemini;

/// <summary>Gemini's models that draw and speak. Both answer at once, with the file in the answer.</summary>
internal sealed class GeminiMediaModels(GeminiClient gemini, GeminiOptions options) : IMediaModels
{
    private static readonly HashSet<Capability> Made = [Capability.Image, Capability.Speech];

    public string Provider => GeminiOptions.Provider;

    public IReadOnlySet<Capability> Makes => Made;

    public Task<Attempted<MediaWork>> Begin(string model, MediaRequest request, CancellationToken ct) =>
        request switch
        {
            MediaRequest.Image image when GeminiPictures.Refused(image) is { } failed => Task.FromResult(No(model, failed)),
            MediaRequest.Image image => Draw(model, image, ct),
            MediaRequest.Speech speech => Speak(model, speech, ct),
            MediaRequest.Video => Task.FromResult(No(model, new(Failure.InvalidRequest, "no_video"))),
            _ => throw new UnreachableException(),
        };

    public Task<Attempted<MediaWork>> Look(string model, string operation, CancellationToken ct) =>
        Task.FromResult(No(model, new(Failure.ResultGone, "no_operations")));

    public Task<Reply<bool>> Cancel(string model, string operation, CancellationToken ct) =>
        Task.FromResult(new Failed(Failure.InvalidRequest, "no_operations").To<bool>(GeminiAnswer.Vendor, Asking.Once));

    public Task<Reply<Stream>> Open(Uri made, CancellationToken ct) =>
        Task.FromResult(new Failed(Failure.ResultGone, "no_files").To<Stream>(GeminiAnswer.Vendor, Asking.ToLook));

    private async Task<Attempted<MediaWork>> Draw(string model, MediaRequest.Image request, CancellationToken ct)
    {
        var answer = await gemini.Generate(model, GeminiPictures.Body(request, options.ImageSize), options.ImageTimeout, ct);
        return answer.Attempt<MediaWork>(done =>
        {
            var (bytes, type, failed) = Inline(done, "image/", "NO_IMAGE");
            return (
                new MediaWork.Here(bytes, type),
                failed,
                failed is null ? new() { Images = 1, ImageSize = options.ImageSize } : MeasuredUsage.None
            );
        });
    }

    private async Task<Attempted<MediaWork>> Speak(string model, MediaRequest.Speech request, CancellationToken ct)
    {
        var answer = await gemini.Generate(model, GeminiSpeech.Body(request, options.Voice), options.SpeechTimeout, ct);
        return answer.Attempt<MediaWork>(done =>
        {
            var (bytes, type, failed) = Inline(done, "audio/", "NO_AUDIO");
            var spoken = failed is null ? GeminiSpeech.Playable(bytes, type) : null;
            return (
                spoken,
                failed ?? (spoken is null ? new(Failure.Malformed, "unknown_audio") : null),
                spoken is null ? MeasuredUsage.None : new() { Characters = GeminiSpeech.CharactersOf(request) }
            );
        });
    }

    /// <summary>The first file of that kind.</summary>
    private static (ReadOnlyMemory<byte> Bytes, string Type, Failed? Failed) Inline(GeminiAnswer answer, string kind, string none)
    {
        foreach (var data in answer.Parts.Select(part => part.Member("inlineData")))
            if (data.Text("mimeType") is { } type && type.StartsWith(kind, StringComparison.OrdinalIgnoreCase))
                return
                    data.Member("data") is { ValueKind: JsonValueKind.String } base64
                    && base64.TryGetBytesFromBase64(out var bytes)
                    && bytes.Length > 0
                    ? (bytes, type, null)
                    : (default, type, new(Failure.Malformed, "malformed"));
        return (default, "", new(Failure.Empty, none));
    }

    private static Attempted<MediaWork> No(string model, Failed failed) =>
        new(failed.To<MediaWork>(GeminiAnswer.Vendor, Asking.Once), model, MeasuredUsage.None);
}
