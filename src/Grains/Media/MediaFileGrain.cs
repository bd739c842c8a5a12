using Campaigns.Domain.Media;
using Campaigns.Grains.EventSourcing;
using Microsoft.Extensions.Logging;

namespace Campaigns.Grains.Media;

/// <summary>Keeps what was said of a stored file.</summary>
internal sealed class MediaFileGrain(Journal journal, ILogger<MediaFileGrain> logger)
    : EventSourcedGrain<MediaFile, MediaFileEvent>(journal, logger),
        IMediaFileGrain
{
    protected override string Category => "mediafile";

    public Task<Outcome> Upload(MediaAsset media, CommandContext by) => Handle(media, by, file => MediaFileDecider.Upload(file, media));

    public Task<Outcome> Remove(string key, CommandContext by) => Handle(key, by, file => MediaFileDecider.Remove(file, key));
}
