namespace Campaigns.Database;

/// <summary>A migration script failed. Those before it stay applied; nothing of this one does.</summary>
public sealed class MigrationFailedException(string script, Exception cause)
    : Exception($"Migration {script} failed: {cause.Message}", cause)
{
    /// <summary>The script's file name.</summary>
    public string Script { get; } = script;
}
