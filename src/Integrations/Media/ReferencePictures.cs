using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Tenants;
using Campaigns.Integrations.Models;
using SkiaSharp;

namespace Campaigns.Integrations.Media;

/// <summary>Reads stored pictures, and those at public addresses over a client that connects to no other.</summary>
internal sealed class ReferencePictures(IMediaStore store, HttpClient http) : IReferencePictures
{
    /// <summary>The largest picture that is read, bytes.</summary>
    public const int Largest = 10 * 1024 * 1024;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    public async Task<Reply<ReferencePicture>> Read(TenantId tenant, PictureReference reference, CancellationToken ct)
    {
        if (reference.Asset is { } asset)
        {
            if (await store.Find(tenant, asset.Key, ct) is null || await store.Open(asset.Key, ct) is not { } stored)
                return Unreachable("reference_gone", "A picture to go by is not in the store any more.");
            await using var content = stored.Content;
            return await Picture(content, asset.Url, ct);
        }
        return reference.Url is { } url ? await Fetch(url, ct) : Unreachable("reference_empty", "A picture to go by has no address.");
    }

    private async Task<Reply<ReferencePicture>> Fetch(Uri url, CancellationToken ct)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(Deadline);
        try
        {
            using var response = await http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
            if (!response.IsSuccessStatusCode)
                return Unreachable("reference_refused", $"The address of a picture to go by answers {(int)response.StatusCode}.");
            await using var content = await response.Content.ReadAsStreamAsync(deadline.Token);
            return await Picture(content, url, deadline.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Unreachable("reference_timeout", "A picture to go by did not come in time.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return Unreachable("reference_unreachable", "A picture to go by cannot be fetched from its address.");
        }
    }

    private static async Task<Reply<ReferencePicture>> Picture(Stream content, Uri url, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0; )
        {
            if (bytes.Length + read > Largest)
                return Unfit("reference_too_large", "A picture to go by is larger than 10 MB.");
            bytes.Write(buffer, 0, read);
        }
        using var data = SKData.CreateCopy(bytes.ToArray());
        return PictureFacts.Of(data) is { } facts
            ? new Reply<ReferencePicture>.Done(new(bytes.ToArray(), facts.ContentType, url))
            : Unfit("reference_no_picture", "What lies at the address of a picture to go by is no JPEG, PNG or WebP picture.");
    }

    private static Reply<ReferencePicture>.Rejected Unreachable(string code, string message) =>
        new(new(ProblemClass.MediaUnreachable, code, message));

    private static Reply<ReferencePicture>.Rejected Unfit(string code, string message) =>
        new(new(ProblemClass.MediaUnprocessable, code, message));
}
