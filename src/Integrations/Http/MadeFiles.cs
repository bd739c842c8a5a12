using System.Globalization;
using System.Net;
using Campaigns.Domain;
using Campaigns.Integrations.Models;

namespace Campaigns.Integrations.Http;

/// <summary>
/// Opens files that a provider made. The key goes to the provider's own address and nowhere else: redirects are followed by hand, and every other
/// host is reached over a client that has no key and connects to public addresses only.
/// </summary>
/// <param name="vendor">The provider's name, for people.</param>
/// <param name="own">With the key; its base address is the provider's own.</param>
/// <param name="elsewhere">Without a key, to public addresses.</param>
/// <param name="limits">How long, and whether this machine counts as public.</param>
internal sealed class MadeFiles(string vendor, HttpClient own, HttpClient elsewhere, FileLimits limits)
{
    private const int MostRedirects = 5;

    public async Task<Reply<Stream>> Open(Uri file, CancellationToken ct)
    {
        var whole = new CancellationTokenSource(limits.Whole);
        try
        {
            var (content, failed) = await Follow(file, whole.Token, ct);
            if (content is null)
                return failed!.To<Stream>(vendor, Asking.ToLook);
            var stream = new PatientStream(content, whole, limits.Silence);
            whole = null; // the stream's, from here on
            return new Reply<Stream>.Done(stream);
        }
        finally
        {
            whole?.Dispose();
        }
    }

    private async Task<(HttpContentOf?, Failed?)> Follow(Uri file, CancellationToken whole, CancellationToken ct)
    {
        for (var hops = 0; hops <= MostRedirects; hops++)
        {
            if (Refusal(file) is { } refusal)
                return (null, refusal);
            var (response, failed) = await Ask(file, whole, ct);
            if (response is null)
                return (null, failed);
            if (response is { StatusCode: HttpStatusCode.OK } && !IsPage(response))
                return (new(response, await response.Content.ReadAsStreamAsync(ct)), null);
            using (response)
            {
                if (NextOf(response, file) is not { } next)
                    return (null, Judged(response, IsOwn(file)));
                file = next;
            }
        }
        return (null, new(Failure.AddressWrong, "too_many_redirects"));
    }

    private async Task<(HttpResponseMessage?, Failed?)> Ask(Uri file, CancellationToken whole, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(whole, ct);
        limit.CancelAfter(limits.Silence);
        try
        {
            return (await (IsOwn(file) ? own : elsewhere).GetAsync(file, HttpCompletionOption.ResponseHeadersRead, limit.Token), null);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (null, new(Failure.TimedOut, "timeout"));
        }
        catch (HttpRequestException e) when (e.InnerException is AddressNotPublicException)
        {
            return (null, new(Failure.Malformed, "address_not_public"));
        }
        catch (HttpRequestException e)
        {
            return (null, e.NeverSent() ? new(Failure.NeverConnected, "connect_failed") : new(Failure.ConnectionLost, "connection_lost"));
        }
    }

    /// <summary>Whether the key may be shown there.</summary>
    private bool IsOwn(Uri file) =>
        own.BaseAddress is { } home && home.Scheme == file.Scheme && home.IdnHost == file.IdnHost && home.Port == file.Port;

    private Failed? Refusal(Uri file) =>
        file is { IsAbsoluteUri: true, Scheme: "https", UserInfo: "" }
        || IsOwn(file)
        || (limits.LoopbackAllowed && file is { IsLoopback: true, Scheme: "http" })
            ? null
            : new(Failure.Malformed, "address_not_https");

    private static Uri? NextOf(HttpResponseMessage response, Uri file) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location
            ? new Uri(file, location)
            : null;

    private static bool IsPage(HttpResponseMessage response) => response.Content.Headers.ContentType?.MediaType is "text/html";

    private static Failed Judged(HttpResponseMessage response, bool own)
    {
        var status = (int)response.StatusCode;
        var code = string.Create(CultureInfo.InvariantCulture, $"file_http_{status}");
        return status switch
        {
            200 => new(Failure.Html, "html"),
            401 or 403 when own => new(Failure.KeyRefused, code),
            429 => new(Failure.RateLimited, code, response.Headers.RetryAfter?.Delta),
            >= 500 or 408 => new(Failure.ServerFailed, code, response.Headers.RetryAfter?.Delta),
            >= 400 => new(Failure.ResultGone, code), // elsewhere, an address that has ended its time says 403
            _ => new(Failure.AddressWrong, code),
        };
    }
}

/// <summary>How files of a provider are read.</summary>
/// <param name="Silence">The longest wait for the next piece.</param>
/// <param name="Whole">For the whole file.</param>
/// <param name="LoopbackAllowed">Whether files may lie on this machine: in the sandbox only.</param>
internal sealed record FileLimits(TimeSpan Silence, TimeSpan Whole, bool LoopbackAllowed);
