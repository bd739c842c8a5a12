using System.Globalization;
using Campaigns.Domain;
using Campaigns.Domain.Media;

namespace Campaigns.Integrations.Media;

/// <summary>Finds out whether the platform could fetch a file, by fetching it the way the platform does.</summary>
internal sealed class MediaReach(HttpClient http, MediaOptions options)
{
    /// <summary>What is wrong with the base address for good; null when nothing is.</summary>
    public Problem? Obstacle =>
        options.BaseUrl switch
        {
            _ when options.Blob is not null => null, // its files have addresses of their own
            { IsLoopback: true } when options.LoopbackAllowed => null,
            { IsLoopback: true } => Misconfigured("PUBLIC_BASE_URL is not set, or leads to this machine: the platform cannot fetch media."),
            { Scheme: not "https" } => Misconfigured("PUBLIC_BASE_URL is not https: the platform fetches media by no other way."),
            _ => null,
        };

    /// <summary>The file itself, once the platform can be expected to get it.</summary>
    public async Task<Reply<MediaAsset>> Check(MediaAsset asset, CancellationToken ct)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(options.ReachTimeout);
        try
        {
            using var response = await http.GetAsync(asset.Url, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
            return Judge(response, asset);
        }
        catch (Exception failure)
            when (failure is HttpRequestException || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return new Reply<MediaAsset>.Busy(
                new(ProblemClass.Transient, "media_unreachable", "The file could not be fetched from its public address.")
            );
        }
    }

    private static Reply<MediaAsset> Judge(HttpResponseMessage response, MediaAsset asset)
    {
        var status = (int)response.StatusCode;
        var code = string.Create(CultureInfo.InvariantCulture, $"media_http_{status}");
        return status >= 500 ? new Reply<MediaAsset>.Busy(new(ProblemClass.Transient, code, "The file's public address fails for now."))
            : status != 200
                ? new Reply<MediaAsset>.Rejected(new(ProblemClass.Misconfigured, code, "There is no file at its public address."))
            : response.Content.Headers.ContentType?.MediaType != asset.ContentType
                ? new Reply<MediaAsset>.Rejected(Misconfigured("Something other than our media is served at PUBLIC_BASE_URL."))
            : new Reply<MediaAsset>.Done(asset);
    }

    private static Problem Misconfigured(string message) => new(ProblemClass.Misconfigured, "public_base_url", message);
}
