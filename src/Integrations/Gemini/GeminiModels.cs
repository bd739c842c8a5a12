using Campaigns.Domain;
using Campaigns.Domain.Generations;
using Campaigns.Integrations.Models;

namespace Campaigns.Integrations.Gemini;

/// <summary>Gemini's models behind the ports that every provider shares.</summary>
internal sealed class GeminiModels(ITextGenerator text, IImageGenerator images, GeminiOptions options) : ITextModels, IMediaModels
{
    private static readonly HashSet<Capability> Made = [Capability.Image];

    public string Provider => GeminiChatClient.Provider;

    public IReadOnlySet<Capability> Makes => Made;

    public async Task<Attempted<string>> Write(string model, TextRequest request, CancellationToken ct)
    {
        var reply = await text.Write(request, ct);
        return reply is Reply<GeneratedText>.Done { Value: var made }
            ? new(new Reply<string>.Done(made.Json), made.Model, new() { Tokens = made.Usage })
            : new(reply.Map(written => written.Json), options.TextModel, MeasuredUsage.None);
    }

    public async Task<Attempted<MediaWork>> Begin(string model, MediaRequest request, CancellationToken ct)
    {
        if (request is not MediaRequest.Image image)
            return new(No<MediaWork>(), model, MeasuredUsage.None);
        var reply = await images.Draw(new(image.Prompt, image.Ratio), ct);
        return reply is Reply<GeneratedImage>.Done { Value: var made }
            ? new(
                new Reply<MediaWork>.Done(new MediaWork.Here(made.Bytes, made.ContentType)),
                made.Model,
                new()
                {
                    Tokens = made.Usage,
                    Images = 1,
                    ImageSize = "1K",
                }
            )
            : new(
                reply.Map<MediaWork>(drawn => new MediaWork.Here(drawn.Bytes, drawn.ContentType)),
                options.ImageModel,
                MeasuredUsage.None
            );
    }

    public Task<Attempted<MediaWork>> Look(string model, string operation, CancellationToken ct) =>
        Task.FromResult(new Attempted<MediaWork>(No<MediaWork>(), model, MeasuredUsage.None));

    public Task<Reply<bool>> Cancel(string model, string operation, CancellationToken ct) => Task.FromResult(No<bool>());

    public Task<Reply<Stream>> Open(Uri made, CancellationToken ct) => Task.FromResult(No<Stream>());

    private static Reply<T> No<T>() =>
        new Reply<T>.Rejected(new(ProblemClass.Misconfigured, "not_offered", "Gemini is asked here for words and pictures, at once."));
}
