using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.Clerk;

/// <summary>The instance's RSA key: kept in the data folder, readable by its owner only, so that tokens outlive a restart.</summary>
internal sealed class ClerkKeys : IDisposable
{
    private readonly RSA key = RSA.Create(2048);
    private readonly RSA foreign = RSA.Create(2048);

    public ClerkKeys(SandboxSettings settings)
    {
        if (settings.Data is { } folder)
            LoadOrSave(folder);
        var modulus = key.ExportParameters(false).Modulus!;
        KeyId = "ins_" + Convert.ToHexStringLower(SHA256.HashData(modulus))[..27];
    }

    public string KeyId { get; }

    /// <summary>The public key as PEM, for verification without network.</summary>
    public string PublicPem => key.ExportSubjectPublicKeyInfoPem();

    public JsonObject Jwks()
    {
        var parameters = key.ExportParameters(false);
        return new()
        {
            ["keys"] = new JsonArray(
                new JsonObject
                {
                    ["use"] = "sig",
                    ["kty"] = "RSA",
                    ["kid"] = KeyId,
                    ["alg"] = "RS256",
                    ["n"] = Base64Url.Of(parameters.Modulus!),
                    ["e"] = Base64Url.Of(parameters.Exponent!),
                }
            ),
        };
    }

    /// <summary>Signs honestly (RS256), or as a forger would: "none", "HS256" with the public key as secret, "foreign" with a key of one's own.</summary>
    public byte[] Sign(string alg, byte[] content) =>
        alg switch
        {
            "none" => [],
            "HS256" => HMACSHA256.HashData(Encoding.ASCII.GetBytes(PublicPem), content),
            "foreign" => foreign.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            "RS512" => key.SignData(content, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            _ => key.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        };

    public void Dispose()
    {
        key.Dispose();
        foreign.Dispose();
    }

    private void LoadOrSave(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "clerk-key.pem");
        if (File.Exists(path))
        {
            key.ImportFromPem(File.ReadAllText(path));
            return;
        }
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new StreamWriter(path, options);
        file.Write(key.ExportPkcs8PrivateKeyPem());
    }
}
