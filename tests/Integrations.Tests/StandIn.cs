using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Campaigns.Integrations.Tests;

/// <summary>A server on loopback that answers as it is told, one answer after the other (the last one for ever), and keeps what it was sent.</summary>
internal sealed class StandIn : IAsyncDisposable
{
    private readonly WebApplication app;

    private StandIn(WebApplication app) => this.app = app;

    public ConcurrentQueue<Call> Calls { get; } = new();

    public Uri Url => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<StandIn> Answering(params Answer[] answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        var standIn = new StandIn(builder.Build());
        standIn.app.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            var call = new Call(
                http.Request.Method,
                $"{http.Request.Path}{http.Request.QueryString}",
                http.Request.Headers.ToDictionary(
                    header => header.Key,
                    header => header.Value.ToString(),
                    StringComparer.OrdinalIgnoreCase
                ),
                await reader.ReadToEndAsync()
            );
            standIn.Calls.Enqueue(call);
            http.Items[typeof(Call)] = call;
            await answers[Math.Min(standIn.Calls.Count, answers.Length) - 1](http);
        });
        await standIn.app.StartAsync();
        return standIn;
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(atOnce.Token); // a call that hangs on purpose is not waited for
        await app.DisposeAsync();
    }

    public sealed record Call(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body)
    {
        public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);
    }
}

/// <summary>One answer of a stand-in.</summary>
internal delegate Task Answer(HttpContext http);

/// <summary>Answers that stand-ins give.</summary>
internal static class Answers
{
    public static Answer Json(string json, int status = 200) => Send(status, "application/json; charset=utf-8", json);

    public static Answer Html(int status = 200) => Send(status, "text/html", "<!DOCTYPE html><html><body>Sign in</body></html>");

    public static Answer Status(int status) => Send(status, "text/plain", "");

    public static Answer Send(int status, string contentType, string body, params (string Name, string Value)[] headers) =>
        async http =>
        {
            http.Response.StatusCode = status;
            http.Response.ContentType = contentType;
            foreach (var (name, value) in headers)
                http.Response.Headers[name] = value;
            await http.Response.WriteAsync(body);
        };

    /// <summary>Reads the request and hangs up without a word.</summary>
    public static Answer HangUp =>
        http =>
        {
            http.Abort();
            return Task.CompletedTask;
        };

    /// <summary>Says nothing until the caller gives up.</summary>
    public static Answer Silence =>
        async http =>
        {
            var gone = new TaskCompletionSource();
            await using var registration = http.RequestAborted.Register(gone.SetResult);
            await gone.Task;
        };
}
