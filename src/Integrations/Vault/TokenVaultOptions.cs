namespace Campaigns.Integrations.Vault;

/// <summary>How tokens are encrypted.</summary>
/// <param name="MasterKey">32 random bytes. Losing them loses the tokens: accounts must be connected anew.</param>
public sealed record TokenVaultOptions(ReadOnlyMemory<byte> MasterKey);
