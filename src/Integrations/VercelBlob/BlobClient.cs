using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Campaigns.Domain;
using Campaigns.Integrations.Http;

namespace Campaigns.Integrations.VercelBlob;

/// <summary>
/// Calls of Vercel Blob's HTTP interface. A call that may do on another try is repeated within seconds; the same request id goes with all tries,
/// and a body is made anew for each.
/// </summary>
internal sealed class BlobClient(HttpClient http, BlobOptions options, TimeProvider clock)
{
    private const string Version = "11"; // of a public store
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>Makes the call until it is done, or no more use.</summary>
    /// <param name="call">What to ask.</param>
    /// <param name="found">Asked when it is unclear whether a try took effect: what it would have answered if it did; null when it did not.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Reply<JsonElement>> Send(BlobCall call, Func<Task<JsonElement?>>? found, CancellationToken ct)
    {
        var id = FormattableString.Invariant(
            $"{options.Store}:{clock.GetUtcNow().ToUnixTimeMilliseconds()}:{RandomNumberGenerator.GetHexString(16, lowercase: true)}"
        );
        for (var attempt = 0; ; attempt++)
        {
            var outcome = await Try(call, id, attempt, ct);
            if (outcome.Unclear && found is not null && await found() is { } there)
                return new Reply<JsonElement>.Done(there);
            var wait = outcome.RetryAfter ?? options.FirstWait * Math.Pow(2, attempt);
            if (outcome.Reply is Reply<JsonElement>.Done || !outcome.Again || attempt + 1 >= options.Tries || wait > LongestWait)
                return outcome.Reply;
            await Task.Delay(wait, clock, ct);
        }
    }

    /// <summary>The bytes at a public address; null when there are none. Throws <see cref="HttpRequestException"/> for any other answer.</summary>
    public async Task<HttpResponseMessage?> Fetch(Uri url, CancellationToken ct)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(options.CallTimeout);
        var response = await http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
        if (response.StatusCode is System.Net.HttpStatusCode.OK)
            return response;
        using (response)
            return response.StatusCode is System.Net.HttpStatusCode.NotFound
                ? null
                : throw new HttpRequestException("The store of pictures and videos does not serve a file.", null, response.StatusCode);
    }

    private async Task<Outcome> Try(BlobCall call, string id, int attempt, CancellationToken ct)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(call.CarriesFile ? options.UploadTimeout : options.CallTimeout);
        try
        {
            using var request = Request(call, id, attempt);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, deadline.Token);
            var body = LenientJson.Parse(await response.Content.ReadAsByteArrayAsync(deadline.Token));
            return Judge(call, response, body);
        }
        catch (HttpRequestException failure)
        {
            return Outcome.Lost("connection", unclear: !failure.NeverSent());
        }
        catch (IOException)
        {
            return Outcome.Lost("connection", unclear: true); // the answer stopped half-way
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Outcome.Lost("timeout", unclear: true);
        }
    }

    private static Outcome Judge(BlobCall call, HttpResponseMessage response, JsonElement? body)
    {
        var status = (int)response.StatusCode;
        if (status == 200 && (body?.ValueKind is JsonValueKind.Object || (body is not null && call.AnswersNothing)))
            return new(new Reply<JsonElement>.Done(body.Value), Again: false, Unclear: false, null);
        if (status == 200 && call.AnswersNothing && response.Content.Headers.ContentLength == 0)
            return new(new Reply<JsonElement>.Done(default), Again: false, Unclear: false, null);

        var code = (body ?? default).Member("error").Text("code");
        var verdict = BlobVerdict.Of(code, status);
        var retryAfter = response.Headers.RetryAfter?.Delta;
        // A 200 without its JSON, and an error of the other side's own, may hide a success.
        var unclear = status is 200 or >= 500;
        return new(verdict.Reply<JsonElement>(BlobVerdict.CodeOf(code, status), retryAfter), verdict.Again, unclear, retryAfter);
    }

    private HttpRequestMessage Request(BlobCall call, string id, int attempt)
    {
        var request = new HttpRequestMessage(call.Method, options.BaseUrl.AbsoluteUri.TrimEnd('/') + call.Path)
        {
            Content = call.Body?.Invoke(),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Token);
        request.Headers.Add("x-api-version", Version);
        request.Headers.Add("x-api-blob-request-id", id);
        request.Headers.Add("x-api-blob-request-attempt", attempt.ToString(CultureInfo.InvariantCulture));
        foreach (var (name, value) in call.Headers)
            request.Headers.Add(name, value);
        return request;
    }

    /// <param name="Reply">What came of one try.</param>
    /// <param name="Again">Whether another may do.</param>
    /// <param name="Unclear">Whether it may have taken effect all the same.</param>
    /// <param name="RetryAfter">The other side's own wish.</param>
    private sealed record Outcome(Reply<JsonElement> Reply, bool Again, bool Unclear, TimeSpan? RetryAfter)
    {
        public static Outcome Lost(string code, bool unclear) =>
            new(
                new Reply<JsonElement>.Busy(new(ProblemClass.Transient, code, "The store of pictures and videos did not answer.")),
                Again: true,
                unclear,
                null
            );
    }
}

/// <summary>One call.</summary>
/// <param name="Method">Of HTTP.</param>
/// <param name="Path">Behind the base address.</param>
internal sealed record BlobCall(HttpMethod Method, string Path)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Makes the body, for each try anew.</summary>
    public Func<HttpContent>? Body { get; init; }

    /// <summary>Whether the body is a file or a part of one, which takes its time.</summary>
    public bool CarriesFile { get; init; }

    /// <summary>Whether success says nothing.</summary>
    public bool AnswersNothing { get; init; }
}
