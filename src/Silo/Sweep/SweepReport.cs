namespace Campaigns.Silo.Sweep;

/// <summary>What the last sweep found.</summary>
/// <param name="At">When it ended, UTC.</param>
/// <param name="Seen">How many publications were due within the horizon, or overdue.</param>
/// <param name="Woken">How many of them were woken.</param>
internal sealed record SweepReport(DateTimeOffset At, int Seen, int Woken);
