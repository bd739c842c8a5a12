namespace Campaigns.Domain.Media;

/// <summary>What a sound's own head says of it.</summary>
/// <param name="Codec"><c>pcm</c>: bare samples, as in a WAV file.</param>
/// <param name="Hz">Samples a second.</param>
/// <param name="Channels">1 or 2.</param>
/// <param name="Seconds">How long it plays.</param>
public sealed record AudioFacts(string Codec, int Hz, int Channels, double Seconds);
