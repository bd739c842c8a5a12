using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Campaigns.Bench.Isolation;

/// <summary>Signs session tokens as Clerk does, and answers with its key whatever it is asked.</summary>
internal sealed class TokenIssuer : HttpMessageHandler
{
    /// <summary>Whose tokens they are; nothing is asked over the network.</summary>
    public const string Address = "https://clerk.bench.example.com";

    /// <summary>The front end they are for.</summary>
    public const string FrontEnd = "https://app.bench.example.com";

    private const string KeyId = "ins_bench";

    private readonly RSA key = RSA.Create(2048);

    /// <summary>A token of a member of an organisation, for an hour; each number another one.</summary>
    public string Token(int number)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var header = Part(
            new
            {
                alg = "RS256",
                cat = "cl_B7d4PD111AAA",
                kid = KeyId,
                typ = "JWT",
            }
        );
        var claims = Part(
            new
            {
                azp = FrontEnd,
                exp = now + 3600,
                fva = new[] { 0, -1 },
                iat = now,
                iss = Address,
                jti = $"{number:x16}",
                nbf = now - 10,
                o = new
                {
                    id = "org_bench",
                    rol = "admin",
                    slg = "bench",
                },
                sid = "sess_2abcdefghijklmnopqrstuvwxyz",
                sts = "active",
                sub = "user_bench",
                v = 2,
            }
        );
        var signed = key.SignData(Encoding.ASCII.GetBytes($"{header}.{claims}"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{header}.{claims}.{Base64Url.EncodeToString(signed)}";
    }

    /// <summary>The signature alone, checked by the public key: what no check can be quicker than.</summary>
    public Func<string, bool> Bare()
    {
        var open = RSA.Create(key.ExportParameters(false));
        return token =>
        {
            var end = token.LastIndexOf('.');
            return open.VerifyData(
                Encoding.ASCII.GetBytes(token[..end]),
                Base64Url.DecodeFromChars(token.AsSpan(end + 1)),
                HashAlgorithmName.SHA256,
                RSASignaturePadding.Pkcs1
            );
        };
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var open = key.ExportParameters(false);
        var keys = new
        {
            keys = new[]
            {
                new
                {
                    kty = "RSA",
                    use = "sig",
                    alg = "RS256",
                    kid = KeyId,
                    n = Base64Url.EncodeToString(open.Modulus),
                    e = Base64Url.EncodeToString(open.Exponent),
                },
            },
        };
        return Task.FromResult(
            new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(JsonSerializer.Serialize(keys), Encoding.UTF8, "application/json"),
            }
        );
    }

    protected override void Dispose(bool disposing)
    {
        key.Dispose();
        base.Dispose(disposing);
    }

    private static string Part(object json) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(json));
}
