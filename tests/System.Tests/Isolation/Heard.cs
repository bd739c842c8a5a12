using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Campaigns.RunningSystem.Schema;

namespace Campaigns.RunningSystem.Isolation;

/// <summary>What is heard over one stream of server-sent events, until it is given up.</summary>
internal sealed class Heard
{
    private readonly StringBuilder text = new();
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Heard(Uri api, string token, Asked asked, CancellationToken ct) => _ = Listen(api, token, asked, ct);

    /// <summary>The stream is open.</summary>
    public Task Begun => begun.Task;

    /// <summary>A first element came.</summary>
    public Task Next => next.Task;

    public string Text
    {
        get
        {
            lock (text)
                return text.ToString();
        }
    }

    private async Task Listen(Uri api, string token, Asked asked, CancellationToken ct)
    {
        try
        {
            using var http = new HttpClient();
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(api, "graphql"));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            request.Headers.Accept.ParseAdd("text/event-stream");
            request.Content = JsonContent.Create(new JsonObject { ["query"] = asked.Text, ["variables"] = asked.Variables.DeepClone() });
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
            begun.TrySetResult();
            using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(ct));
            while (await reader.ReadLineAsync(ct) is { } line)
            {
                lock (text)
                    text.AppendLine(line);
                if (line == "event: next")
                    next.TrySetResult();
            }
            next.TrySetException(new InvalidOperationException($"The stream has ended: {Text}"));
        }
        catch (Exception e)
        {
            begun.TrySetException(e);
            next.TrySetException(e); // whoever waits for it hears of it
        }
    }
}
