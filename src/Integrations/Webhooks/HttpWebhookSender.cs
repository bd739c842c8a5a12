using System.Net.Http.Headers;
using System.Text;
using Campaigns.Integrations.Http;

namespace Campaigns.Integrations.Webhooks;

/// <summary>Sends by POST. No redirect is followed, and of an answer only its head is read.</summary>
internal sealed class HttpWebhookSender(HttpClient http, WebhookOptions options, TimeProvider clock) : IWebhookSender
{
    public bool LoopbackAllowed => options.LoopbackAllowed;

    public async Task<WebhookAnswer> Send(WebhookMessage message, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(options.Deadline, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
        using var request = Signed(message);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return Judged(response);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            return new(null, $"No answer within {options.Deadline.TotalSeconds:0.#} s.");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(null, "No connection could be made in time."); // the handler's own limit, told as a cancellation
        }
        catch (HttpRequestException e)
        {
            return new(null, InWords(e));
        }
    }

    private static HttpRequestMessage Signed(WebhookMessage message)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, message.Url) { Content = new StringContent(message.Body, Encoding.UTF8) };
        request.Content.Headers.ContentType = new("application/json") { CharSet = "utf-8" };
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Campaigns-Webhooks", "1"));
        request.Headers.Add("webhook-id", message.Id);
        request.Headers.Add("webhook-timestamp", WebhookSignature.Timestamp(message.At));
        request.Headers.Add("webhook-signature", WebhookSignature.Of(message.Id, message.At, message.Body, message.Secrets));
        return request;
    }

    private WebhookAnswer Judged(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        return status switch
        {
            >= 200 and < 300 => new(status, null),
            >= 300 and < 400 => new(status, "It redirects elsewhere, which is not followed."),
            _ => new(status, $"It answered {status}.", WaitAsked(response.Headers.RetryAfter)),
        };
    }

    private TimeSpan? WaitAsked(RetryConditionHeaderValue? header) =>
        header switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } when date > clock.GetUtcNow() => date - clock.GetUtcNow(),
            _ => null,
        };

    // Never the exception's own words: they may name addresses of our network.
    private static string InWords(HttpRequestException e) =>
        e switch
        {
            { InnerException: AddressNotPublicException } => "Its name leads to no public address.",
            { HttpRequestError: HttpRequestError.NameResolutionError } => "Its name is not known.",
            { HttpRequestError: HttpRequestError.SecureConnectionError } => "No trusted encrypted connection could be made.",
            { HttpRequestError: HttpRequestError.ConnectionError } => "It could not be connected to.",
            _ => "The connection was lost before it answered.",
        };
}
