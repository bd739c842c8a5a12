namespace Campaigns.Sandbox.Instagram;

/// <summary>Fetches media as Meta's servers do: within a time, up to a size, and never a login page in place of a picture.</summary>
internal sealed class MediaDownload : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PatienceWithVideos = TimeSpan.FromMinutes(2);

    private readonly HttpClient client = new(new SocketsHttpHandler { MaxAutomaticRedirections = 3, UseProxy = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Reads at most one byte more than allowed, so that the caller sees that it was too much.</summary>
    public async Task<byte[]> Fetch(string url, string kind, int mostBytes)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw GraphErrors.NotFetched("it is no web address");

        using var deadline = new CancellationTokenSource(kind is "video/" ? PatienceWithVideos : Patience);
        try
        {
            using var reply = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
            if (!reply.IsSuccessStatusCode)
                throw GraphErrors.NotFetched($"status {(int)reply.StatusCode}");
            if (reply.Content.Headers.ContentType?.MediaType?.StartsWith(kind, StringComparison.OrdinalIgnoreCase) != true)
                throw GraphErrors.NotFetched($"content type {reply.Content.Headers.ContentType?.MediaType ?? "missing"}");
            return await ReadUpTo(mostBytes + 1, reply.Content, deadline.Token);
        }
        catch (OperationCanceledException)
        {
            throw GraphErrors.FetchTimedOut();
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw GraphErrors.NotFetched("no connection");
        }
    }

    public void Dispose() => client.Dispose();

    private static async Task<byte[]> ReadUpTo(int most, HttpContent content, CancellationToken ct)
    {
        await using var body = await content.ReadAsStreamAsync(ct);
        using var kept = new MemoryStream();
        var buffer = new byte[81920];
        while (
            kept.Length < most
            && await body.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, most - kept.Length)), ct) is > 0 and var read
        )
            kept.Write(buffer, 0, read);
        return kept.ToArray();
    }
}
