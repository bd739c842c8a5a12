using System.Text.Json.Serialization;

namespace Campaigns.Domain.Ledgers;

/// <summary>Whether a call may be made.</summary>
[JsonDerivedType(typeof(Granted), "granted")]
[JsonDerivedType(typeof(Refused), "refused")]
public abstract record LedgerAnswer
{
    private LedgerAnswer() { } // closed: every case is below

    /// <summary>The most that it can cost is set aside. It must be settled, whatever comes of it.</summary>
    /// <param name="Month">In whose ledger; a settlement that names it is not looked for.</param>
    /// <param name="Amount">What is set aside.</param>
    /// <param name="PriceVersion">Of the price book it was reckoned with.</param>
    public sealed record Granted(LedgerMonth Month, MicroUsd Amount, string PriceVersion) : LedgerAnswer;

    /// <summary>It may not: nothing is set aside, and the call must not be made.</summary>
    /// <param name="Refusal">Why: a limit is reached, AI is held after an overrun, or the model has no price.</param>
    /// <param name="Until">When asking again may end otherwise without anybody's doing, UTC; null when only a person can change it.</param>
    public sealed record Refused(Refusal Refusal, DateTimeOffset? Until) : LedgerAnswer;
}
