using System.Text;

namespace Campaigns.Sandbox.Clerk;

/// <summary>Base64 as tokens use it: for addresses, without padding.</summary>
internal static class Base64Url
{
    public static string Of(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));
}
