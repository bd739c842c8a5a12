using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Campaigns.Api.Tests.Auth;

/// <summary>An issuer of session tokens, good ones and others, with its keys at the usual place.</summary>
public sealed class Issuer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _asked;

    private Issuer(WebApplication app) => _app = app;

    public static async Task<Issuer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var issuer = new Issuer(builder.Build());
        issuer._app.MapGet("/.well-known/jwks.json", issuer.Answer);
        await issuer._app.StartAsync();
        return issuer;
    }

    public string Address => _app.Urls.Single();

    /// <summary>The keys it publishes.</summary>
    public List<IssuerKey> Keys { get; } = [new("ins_1")];

    /// <summary>How often it was asked for them.</summary>
    public int Asked => _asked;

    /// <summary>What it answers instead of its keys; null: the keys.</summary>
    public IResult? Instead { get; set; }

    /// <summary>It answers no sooner than this is done.</summary>
    public Task Hesitation { get; set; } = Task.CompletedTask;

    public IssuerKey Key => Keys[0];

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        foreach (var key in Keys)
            key.Rsa.Dispose();
    }

    private async Task<IResult> Answer()
    {
        Interlocked.Increment(ref _asked);
        await Hesitation;
        return Instead ?? Results.Json(new { keys = Keys.Select(key => key.Public) });
    }
}

/// <summary>A key and its name.</summary>
public sealed class IssuerKey(string id)
{
    public string Id => id;

    public RSA Rsa { get; } = RSA.Create(2048);

    public object Public
    {
        get
        {
            var key = Rsa.ExportParameters(false);
            return new
            {
                kty = "RSA",
                use = "sig",
                alg = "RS256",
                kid = id,
                n = Base64Url.EncodeToString(key.Modulus),
                e = Base64Url.EncodeToString(key.Exponent),
            };
        }
    }

    /// <summary>A token with this header and payload, signed as RS256 whatever the header says.</summary>
    public string Sign(JsonObject header, JsonObject payload) =>
        Token(header, payload, data => Rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    public static string Token(JsonObject header, JsonObject payload, Func<byte[], byte[]> sign)
    {
        ArgumentNullException.ThrowIfNull(sign);
        var data = $"{Part(header)}.{Part(payload)}";
        return $"{data}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(data)))}";
    }

    private static string Part(JsonObject json) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(json));
}
