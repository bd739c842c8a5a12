using System.Net;
using Campaigns.Domain;

namespace Campaigns.Integrations.Http;

/// <summary>
/// Fetches what somebody else named by its address. Each step of the way, a redirect too, is by https to a public address that was looked at
/// before it was connected to; and it ends at so many steps, bytes and seconds.
/// </summary>
internal sealed class PublicDownload(HttpClient http, PublicDownloadOptions options, TimeProvider clock)
{
    /// <summary>With connections of its own.</summary>
    public static PublicDownload With(PublicDownloadOptions options, ResolveHost resolve, TimeProvider clock) =>
        new(
            new HttpClient(new PublicConnections(options.LoopbackAllowed, resolve).Handler()) { Timeout = Timeout.InfiniteTimeSpan },
            options,
            clock
        );

    /// <summary>The whole of it. Of what went wrong, only words of ours are told: an exception's may name addresses of our network.</summary>
    public async Task<Reply<Downloaded>> Get(Uri address, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(options.Deadline, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
        try
        {
            return await Follow(address, either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Broken("timeout", $"It did not come within {options.Deadline.TotalSeconds:0.#} s.");
        }
        catch (HttpRequestException e) when (e.InnerException is AddressNotPublicException)
        {
            return Rejected("not_public", "Its name leads to no public address.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return Broken("unreachable", "It could not be reached, or its connection was lost.");
        }
    }

    private async Task<Reply<Downloaded>> Follow(Uri address, CancellationToken ct)
    {
        for (var steps = 0; steps <= options.MostRedirects; steps++)
        {
            if (!MayBeAsked(address))
                return Rejected("address", "Its address must be https, at a public host, without a name or password in it.");
            using var answer = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, ct);
            if (answer is { StatusCode: >= HttpStatusCode.MovedPermanently and < HttpStatusCode.BadRequest, Headers.Location: { } next })
            {
                address = new Uri(address, next);
                continue;
            }
            return answer.IsSuccessStatusCode
                ? await Read(answer, ct)
                : Rejected($"http_{(int)answer.StatusCode}", $"It answered {(int)answer.StatusCode}.");
        }
        return Rejected("redirects", $"It redirects more than {options.MostRedirects} times.");
    }

    // Whatever the length claims to be.
    private async Task<Reply<Downloaded>> Read(HttpResponseMessage answer, CancellationToken ct)
    {
        if (answer.Content.Headers.ContentLength > options.MostBytes)
            return TooLarge();
        using var whole = new MemoryStream();
        await using var body = await answer.Content.ReadAsStreamAsync(ct);
        var block = new byte[64 * 1024];
        while (await body.ReadAsync(block, ct) is > 0 and var read)
        {
            if (whole.Length + read > options.MostBytes)
                return TooLarge();
            whole.Write(block, 0, read);
        }
        return new Reply<Downloaded>.Done(new(whole.ToArray(), answer.Content.Headers.ContentType?.MediaType));
    }

    private bool MayBeAsked(Uri address) =>
        address.IsAbsoluteUri
        && address.UserInfo.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback && options.LoopbackAllowed));

    private Reply<Downloaded> TooLarge() => Rejected("too_large", $"It is larger than {options.MostBytes} bytes.");

    private static Reply<Downloaded>.Rejected Rejected(string code, string words) => new(new(ProblemClass.MediaUnreachable, code, words));

    private static Reply<Downloaded>.Broken Broken(string code, string words) => new(new(ProblemClass.Transient, code, words));
}

/// <summary>What was fetched. What its server says of its kind is a claim: look at the bytes.</summary>
/// <param name="Bytes">All of it.</param>
/// <param name="ClaimedType">Such as <c>image/jpeg</c>; null when nothing was said.</param>
internal sealed record Downloaded(ReadOnlyMemory<byte> Bytes, string? ClaimedType);

/// <summary>How far a download goes.</summary>
/// <param name="LoopbackAllowed">Whether this very machine may be asked, without encryption: for the sandbox alone.</param>
internal sealed record PublicDownloadOptions(bool LoopbackAllowed)
{
    /// <summary>From the first look-up to the last byte.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How much is taken in.</summary>
    public long MostBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>How often it may lead elsewhere.</summary>
    public int MostRedirects { get; init; } = 3;
}
