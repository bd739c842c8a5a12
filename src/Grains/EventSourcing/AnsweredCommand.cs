using Campaigns.Domain;

namespace Campaigns.Grains.EventSourcing;

/// <summary>An accepted command and where its last event stands.</summary>
internal sealed record AnsweredCommand(CommandId Command, string? Hash, long Version, string Position);
