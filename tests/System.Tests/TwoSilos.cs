namespace Campaigns.RunningSystem;

/// <summary>A cluster of two, each with its API.</summary>
public sealed class TwoSilos : LiveSystem
{
    protected override int SiloCount => 2;
}
