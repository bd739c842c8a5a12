namespace Campaigns.Domain.Media;

/// <summary>Every "no" about stored files.</summary>
public static class MediaRefusals
{
    extension(Refusal)
    {
        /// <summary>Something points at it.</summary>
        public static Refusal MediaInUse =>
            new("media.in_use", "Something still uses this file: a post, a brand, or a publication whose evidence it is.", "key");

        /// <summary>The tenant has no such file.</summary>
        public static Refusal MediaNotFound => new("media.not_found", "There is no such file; upload it first.", "key");
    }
}
