namespace Campaigns.Grains.EventSourcing;

/// <summary>The log is away, so a question to a grain could not be answered. Ask again later.</summary>
[GenerateSerializer]
public sealed class StoreAwayException(string message) : Exception(message);
