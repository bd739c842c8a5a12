namespace Campaigns.Projections.Engine;

/// <summary>Another runner was here first, or someone asked for a rebuild: the batch was not applied.</summary>
internal sealed class CheckpointMovedException()
    : Exception("A checkpoint is not where this runner left it: another runner is at work, or a rebuild was asked for.");
