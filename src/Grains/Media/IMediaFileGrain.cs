using Campaigns.Domain.Media;

namespace Campaigns.Grains.Media;

/// <summary>A stored file of a tenant by itself.</summary>
public interface IMediaFileGrain : IGrainWithStringKey
{
    /// <summary>Notes that someone brought it.</summary>
    Task<Outcome> Upload(MediaAsset media, CommandContext by);

    /// <summary>Takes it out of the gallery; who asks deletes the bytes after.</summary>
    Task<Outcome> Remove(string key, CommandContext by);
}
