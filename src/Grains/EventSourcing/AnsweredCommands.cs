using Campaigns.Domain;
using Campaigns.EventStore;

namespace Campaigns.Grains.EventSourcing;

/// <summary>The last accepted commands of a stream, rebuilt from its events: the same on every log.</summary>
internal sealed class AnsweredCommands
{
    /// <summary>How many are remembered.</summary>
    public const int Window = 512;

    private readonly Dictionary<CommandId, AnsweredCommand> byId = [];
    private readonly Queue<CommandId> inOrder = [];

    /// <summary>Oldest first.</summary>
    public IEnumerable<AnsweredCommand> All => inOrder.Select(id => byId[id]);

    /// <summary>How a command was answered; null when it is not remembered.</summary>
    public AnsweredCommand? Find(CommandId id) => byId.GetValueOrDefault(id);

    /// <summary>Takes note of an event. A command with several events is answered by its last.</summary>
    public void Note(RecordedEvent recorded)
    {
        if (recorded.Metadata is { Command: { } id } metadata)
            Note(new AnsweredCommand(id, metadata.CommandHash, recorded.Version, recorded.Position.ToString()));
    }

    /// <summary>Takes note of an answer.</summary>
    public void Note(AnsweredCommand answered)
    {
        if (!byId.ContainsKey(answered.Command))
            inOrder.Enqueue(answered.Command);
        byId[answered.Command] = answered;
        if (inOrder.Count > Window)
            byId.Remove(inOrder.Dequeue());
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        byId.Clear();
        inOrder.Clear();
    }
}
