using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Campaigns.Integrations.Models;

namespace Campaigns.Integrations.Http;

/// <summary>
/// Calls that send and bring JSON. One call is one request: nothing is repeated here. Its deadline counts to the last byte, so that an answer which
/// trickles ends as one that never came.
/// </summary>
internal sealed class JsonCalls(HttpClient http, TimeProvider clock)
{
    public Task<Heard> Post(
        string path,
        JsonNode? body,
        TimeSpan deadline,
        CancellationToken ct,
        params (string Name, string Value)[] headers
    ) => Send(HttpMethod.Post, path, body, deadline, headers, ct);

    public Task<Heard> Put(string path, TimeSpan deadline, CancellationToken ct) => Send(HttpMethod.Put, path, null, deadline, [], ct);

    public Task<Heard> Get(string path, TimeSpan deadline, CancellationToken ct) => Send(HttpMethod.Get, path, null, deadline, [], ct);

    /// <summary>Makes a call, and turns what breaks on the way into a <see cref="Heard"/>. Only the caller's own giving up is thrown.</summary>
    /// <param name="call">Reads the whole answer; its token ends at the deadline.</param>
    /// <param name="deadline">For all of it.</param>
    /// <param name="ct">The caller's.</param>
    public static async Task<Heard> Within(Func<CancellationToken, Task<Heard>> call, TimeSpan deadline, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(deadline);
        try
        {
            return await call(limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // The handler tells its own limit on connecting as a cancellation too.
            return limit.IsCancellationRequested
                ? Heard.Nothing(Failure.TimedOut, "timeout")
                : Heard.Nothing(Failure.NeverConnected, "connect_failed");
        }
        catch (HttpRequestException failure) when (failure.NeverSent())
        {
            return Heard.Nothing(Failure.NeverConnected, "connect_failed");
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError is HttpRequestError.ConfigurationLimitExceeded)
        {
            return Heard.Nothing(Failure.NotJson, "too_long");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return Heard.Nothing(Failure.ConnectionLost, "connection_lost");
        }
    }

    private Task<Heard> Send(
        HttpMethod method,
        string path,
        JsonNode? body,
        TimeSpan deadline,
        (string Name, string Value)[] headers,
        CancellationToken ct
    ) =>
        Within(
            async token =>
            {
                using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
                if (body is not null)
                    request.Content = JsonContent.Create(body);
                foreach (var (name, value) in headers)
                    request.Headers.Add(name, value);
                using var response = await http.SendAsync(request, token); // the whole body, within the handler's limit on its size
                return Heard.Answer(
                    (int)response.StatusCode,
                    await response.Content.ReadAsByteArrayAsync(token),
                    response.Content.Headers.ContentType?.MediaType,
                    Headers(response),
                    clock.GetUtcNow()
                );
            },
            deadline,
            ct
        );

    private static Func<string, string?> Headers(HttpResponseMessage response)
    {
        var headers = response.Headers.ToDictionary(
            header => header.Key,
            header => header.Value.FirstOrDefault(),
            StringComparer.OrdinalIgnoreCase
        );
        return headers.GetValueOrDefault;
    }
}
