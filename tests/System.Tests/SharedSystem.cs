namespace Campaigns.RunningSystem;

/// <summary>One running system for all tests that leave it as it was: starting one takes seconds.</summary>
[CollectionDefinition(nameof(SharedSystem))]
public sealed class SharedSystem : ICollectionFixture<LiveSystem>;
