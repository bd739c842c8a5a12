namespace Campaigns.Keys;

/// <summary>How keys are kept in memory.</summary>
public sealed record TenantKeysOptions
{
    /// <summary>
    /// How long a key is used before it is looked up again; so long a destroyed one may live on in a process. From half of it on it is looked
    /// up beside the work, so that nobody waits.
    /// </summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many seals a process sets aside for itself at a time. With each start of a process up to so many are lost.</summary>
    public long Portion { get; init; } = 1 << 16;

    /// <summary>
    /// How many seals a key may make before the next one takes its place. At 2^32 the chance that two random nonces of 96 bits meet is below
    /// 2^-32, which is where NIST SP 800-38D draws the line.
    /// </summary>
    public long MostSeals { get; init; } = 1L << 32;
}
