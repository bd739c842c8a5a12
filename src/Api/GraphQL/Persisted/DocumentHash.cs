using System.Security.Cryptography;
using System.Text;

namespace Campaigns.Api.GraphQL.Persisted;

/// <summary>What a document is named by.</summary>
internal static class DocumentHash
{
    /// <summary>Before the hash, in an id.</summary>
    public const string Prefix = "sha256:";

    /// <summary>The SHA-256 of a text's UTF-8, in lower-case hex.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
