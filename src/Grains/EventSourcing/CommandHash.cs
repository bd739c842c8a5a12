using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Campaigns.EventStore.Serialization;

namespace Campaigns.Grains.EventSourcing;

/// <summary>A command's body in 32 bytes: another body under a used id is told by it.</summary>
internal static class CommandHash
{
    /// <summary>SHA-256 over the command's type and its JSON, base64url.</summary>
    public static string Of<TCommand>(TCommand ask)
    {
        var body = Encoding.UTF8.GetBytes(typeof(TCommand).Name + '\n' + JsonSerializer.Serialize(ask, EventJson.Options));
        return Base64Url.EncodeToString(SHA256.HashData(body));
    }
}
