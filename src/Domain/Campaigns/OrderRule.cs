namespace Campaigns.Domain.Campaigns;

/// <summary>What can be ordered at once.</summary>
public static class OrderRule
{
    private const int MostOfOne = 10;
    private const int MostSlides = 10;
    private const int MostScenes = 8;
    private const int MostReferences = 8;

    /// <summary>Why an order makes no sense; null when it does.</summary>
    public static Refusal? Check(WritingOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var ads = order.Ads ?? [];
        var alone = ads.Count == 0 && order.Carousels is null && order.Clips is null;
        if (order.Posts.Any(count => count.Count is < 1 or > MostOfOne) || (alone && order.Posts.Count == 0))
            return Refusal.OrderMalformed("Ask for 1 to 10 posts for each platform named.");
        if (order.Posts.GroupBy(count => count.Platform).Any(platform => platform.Count() > 1))
            return Refusal.OrderMalformed("Name each platform once.");
        if (order.Posts.Any(count => count.Platform is Platform.Google))
            return Refusal.OrderMalformed("For Google only ads are written.");
        if (
            ads.Any(count => count.Count is < 1 or > MostOfOne)
            || ads.GroupBy(count => count.Platform).Any(platform => platform.Count() > 1)
        )
            return Refusal.OrderMalformed("Ask for 1 to 10 ads for each platform named, and name each once.") with { Field = "ads" };
        if (order.Carousels is { } carousels && (carousels.Count is < 1 or > MostOfOne || carousels.Slides is < 2 or > MostSlides))
            return Refusal.OrderMalformed("Ask for 1 to 10 carousels of 2 to 10 slides.") with { Field = "carousels" };
        if (order.Clips is { } clips && (clips.Count is < 1 or > MostOfOne || clips.Scenes is < 1 or > MostScenes))
            return Refusal.OrderMalformed("Ask for 1 to 10 clips of 1 to 8 scenes.") with { Field = "clips" };
        if (order.Clips is { Film: true } && !order.Illustrate)
            return Refusal.OrderMalformed("Clips are filmed from their pictures: have them illustrated.") with { Field = "clips" };
        if (order.References is { Count: > MostReferences })
            return Refusal.OrderMalformed("At most 8 pictures can come along.") with { Field = "references" };
        if (order.References?.Any(reference => reference.Role is ReferenceRole.Original) is true)
            return Refusal.OrderMalformed("Nothing is changed by an order: say what a picture is gone by for otherwise.") with
            {
                Field = "references",
            };
        return order.References?.Any(reference => reference.Url is { } url && !IsPublicAddress(url)) is true
            ? Refusal.OrderMalformed("A picture's address must be an absolute one of https.") with
            {
                Field = "references",
            }
            : null;
    }

    /// <summary>Whether it may be one; where it leads is looked at when it is read. Data of their own are no addresses.</summary>
    private static bool IsPublicAddress(Uri url) =>
        url is { IsAbsoluteUri: true, UserInfo.Length: 0 }
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));
}
