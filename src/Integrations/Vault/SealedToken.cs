namespace Campaigns.Integrations.Vault;

/// <summary>An encrypted token.</summary>
/// <param name="KeyId">Which master key it was encrypted under.</param>
/// <param name="Nonce">Never used twice.</param>
/// <param name="Ciphertext">With the tag at its end.</param>
internal sealed record SealedToken(string KeyId, byte[] Nonce, byte[] Ciphertext);
