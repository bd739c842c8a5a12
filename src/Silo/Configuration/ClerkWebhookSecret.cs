namespace Campaigns.Silo.Configuration;

/// <summary>Reads <c>CLERK_WEBHOOK_SECRET</c>.</summary>
internal static class ClerkWebhookSecret
{
    private const string Variable = "CLERK_WEBHOOK_SECRET";
    private const string Prefix = "whsec_";
    private const int LeastBytes = 16;

    /// <summary>The key in it; empty when it is not set, or is none. What it holds is not repeated in complaints.</summary>
    public static ReadOnlyMemory<byte> Read(Variables variables)
    {
        if (variables.Text(Variable) is not { } text)
            return default;
        var key = new byte[text.Length];
        if (
            text.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(text[Prefix.Length..], key, out var length)
            && length >= LeastBytes
        )
            return key.AsMemory(0, length);
        variables.Refuse(Variable, $"is no signing secret of a webhook: {Prefix} and base64", "whsec_… of the endpoint at Clerk");
        return default;
    }
}
