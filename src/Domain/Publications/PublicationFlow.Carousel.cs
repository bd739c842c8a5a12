using static Campaigns.Domain.Publications.Publication;

namespace Campaigns.Domain.Publications;

/// <summary>How a carousel comes together: each file's container by itself, each looked at, then the one that holds them.</summary>
public static partial class PublicationFlow
{
    private static PublicationStep Assemble(Assembling a, DateTimeOffset now) =>
        a switch
        {
            { Children: [var oldest, ..] } when a.OldestAt + PublishingPace.ContainerUsableFor < Later(now, a.Order.NotBefore) =>
                new PublicationStep.Renew(oldest.Id),
            _ when a.TryAt > now => Until(a, a.TryAt),
            { Missing: { } place } => new PublicationStep.UploadChild(a.Order, place),
            _ when a.Children.Find(child => !child.IsReady) is { } child => new PublicationStep.CheckChild(a.Order, child),
            _ => new PublicationStep.UploadCarousel(a.Order, [.. a.Children.Select(child => child.Id)]),
        };
}

/// <summary>The steps of a carousel.</summary>
public abstract partial record PublicationStep
{
    /// <summary>Make the container of one file.</summary>
    /// <param name="Order">What and where.</param>
    /// <param name="Place">Which file: 0 is the first.</param>
    public sealed record UploadChild(Order Order, int Place) : PublicationStep;

    /// <summary>Ask whether the container of one file is ready.</summary>
    public sealed record CheckChild(Order Order, ChildContainer Child) : PublicationStep;

    /// <summary>Make the container that holds the files, in order.</summary>
    public sealed record UploadCarousel(Order Order, IReadOnlyList<ContainerId> Children) : PublicationStep
    {
        /// <inheritdoc />
        public bool Equals(UploadCarousel? other) => base.Equals(other) && Order == other.Order && Children.SequenceEqual(other.Children);

        /// <inheritdoc />
        public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Order, Children.Count);
    }
}
