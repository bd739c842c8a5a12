using System.Security.Cryptography;
using System.Text;

namespace Campaigns.Database;

/// <summary>
/// What Postgres keeps instead of a password (SCRAM-SHA-256, RFC 5802 and 7677). Made here, so that no statement, hence no server log,
/// ever holds the password itself.
/// </summary>
internal static class ScramVerifier
{
    private const int Iterations = 4096; // Postgres' own choice; the addresses hold long random passwords
    private const int SaltBytes = 16;

    public static string Of(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        // Clients normalize before they hash, and so must we.
        var prepared = Encoding.UTF8.GetBytes(password.Normalize(NormalizationForm.FormKC));
        var salted = Rfc2898DeriveBytes.Pbkdf2(prepared, salt, Iterations, HashAlgorithmName.SHA256, SHA256.HashSizeInBytes);
        var stored = SHA256.HashData(HMACSHA256.HashData(salted, "Client Key"u8));
        var server = HMACSHA256.HashData(salted, "Server Key"u8);
        return $"SCRAM-SHA-256${Iterations}:{Convert.ToBase64String(salt)}${Convert.ToBase64String(stored)}:{Convert.ToBase64String(server)}";
    }
}
