using System.Net;
using System.Text.Json;
using Campaigns.Harness;

namespace Campaigns.RunningSystem;

/// <summary>A place on this machine that webhooks are told at. It keeps what it took.</summary>
internal sealed class Receiver : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly List<(string Id, JsonElement Message)> taken = [];
    private int refusals;

    /// <summary>One that refuses so many messages first.</summary>
    public Receiver(int refusals = 0)
    {
        this.refusals = refusals;
        Url = $"http://127.0.0.1:{FreePort.Next()}/";
        listener.Prefixes.Add(Url);
        listener.Start();
        _ = Serve();
    }

    public string Url { get; }

    /// <summary>Each message that was taken, with its id.</summary>
    public IReadOnlyList<(string Id, JsonElement Message)> Taken
    {
        get
        {
            lock (taken)
                return [.. taken];
        }
    }

    public void Dispose() => listener.Close();

    private async Task Serve()
    {
        while (listener.IsListening)
        {
            try
            {
                Answer(await listener.GetContextAsync());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException or JsonException)
            {
                // A silo was killed in the middle, or the test is over: the loop's condition tells which.
            }
        }
    }

    private void Answer(HttpListenerContext call)
    {
        var message = JsonSerializer.Deserialize<JsonElement>(call.Request.InputStream);
        lock (taken)
        {
            call.Response.StatusCode = refusals-- > 0 ? 503 : 204;
            if (call.Response.StatusCode == 204)
                taken.Add((call.Request.Headers["webhook-id"]!, message));
        }
        call.Response.Close();
    }
}
