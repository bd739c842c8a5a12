namespace Campaigns.Projections.Engine;

/// <summary>Another runner has taken the lease: nothing was written.</summary>
internal sealed class LeaseLostException() : Exception("The lease on the projections is another runner's by now.");
