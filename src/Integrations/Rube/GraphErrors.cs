using System.Collections.Frozen;
using Campaigns.Domain;

namespace Campaigns.Integrations.Rube;

/// <summary>A line of the table of errors.</summary>
/// <param name="Class">What to do about it.</param>
/// <param name="Message">For a person.</param>
/// <param name="RetryAfter">When to ask again, where the platform's documentation names a time.</param>
internal sealed record GraphMeaning(ProblemClass Class, string Message, TimeSpan? RetryAfter = null);

/// <summary>What each error of Instagram's means, as a table. The exact number decides before the general one.</summary>
internal static class GraphErrors
{
    private static readonly GraphMeaning PassesByItself = new(ProblemClass.Transient, "Instagram says that it will pass.");
    private static readonly GraphMeaning NoPermission = new(ProblemClass.AccountBroken, "A permission is missing.");

    // No code: the subcode says enough. No subcode: any that has no line of its own.
    private static readonly FrozenDictionary<(long? Code, long? Subcode), GraphMeaning> Table = new Dictionary<(long?, long?), GraphMeaning>
    {
        [(null, 2207001)] = new(ProblemClass.Unfamiliar, "Instagram had a failure of its own."), // sometimes a spam block
        [(null, 2207003)] = new(ProblemClass.ContainerGone, "Instagram took too long to fetch the picture."),
        [(null, 2207004)] = new(ProblemClass.ContentRejected, "The picture is larger than 8 MB."),
        [(null, 2207005)] = new(ProblemClass.ContentRejected, "The picture's format is not supported."),
        [(null, 2207006)] = new(ProblemClass.ContainerGone, "Instagram does not find the container."),
        [(null, 2207008)] = new(ProblemClass.ContainerBusy, "The container is not available for now.", TimeSpan.FromSeconds(30)),
        [(null, 2207009)] = new(ProblemClass.ContentRejected, "The picture's ratio is not allowed."),
        [(null, 2207010)] = new(ProblemClass.ContentRejected, "The caption breaks a limit."),
        [(null, 2207020)] = new(ProblemClass.ContainerGone, "The uploaded media have expired."),
        [(null, 2207023)] = new(ProblemClass.ContentRejected, "The media type is unknown."),
        [(null, 2207026)] = new(ProblemClass.ContentRejected, "The video's format is not supported."),
        [(null, 2207027)] = new(ProblemClass.NotReady, "The media are not ready to be published yet."),
        [(null, 2207028)] = new(ProblemClass.ContentRejected, "A carousel takes 2 to 10 items."),
        [(null, 2207032)] = new(ProblemClass.Transient, "Instagram could not make the container."),
        [(null, 2207035)] = new(ProblemClass.ContentRejected, "The product tags are not valid."),
        [(null, 2207036)] = new(ProblemClass.ContentRejected, "The product tags are not valid."),
        [(null, 2207037)] = new(ProblemClass.ContentRejected, "The product tags are not valid."),
        [(null, 2207040)] = new(ProblemClass.ContentRejected, "There are too many tags."),
        [(null, 2207042)] = new(ProblemClass.QuotaReached, "The account has published as much as it may for now."),
        [(null, 2207050)] = new(ProblemClass.AccountBroken, "The Instagram account is restricted or inactive."),
        [(null, 2207051)] = new(ProblemClass.AccountBlocked, "Instagram has blocked the action as possible spam."),
        [(null, 2207052)] = new(ProblemClass.MediaUnreachable, "Instagram could not fetch the picture from its address."),
        [(null, 2207053)] = new(ProblemClass.ContainerGone, "The upload failed at Instagram."),
        [(null, 2207057)] = new(ProblemClass.ContentRejected, "The thumbnail's offset is not valid."),
        [(null, 2207076)] = new(ProblemClass.MediaUnprocessable, "Instagram could not process the media."),
        [(null, 2207077)] = new(ProblemClass.MediaUnprocessable, "Instagram could not process the media."),
        [(null, 2207082)] = new(ProblemClass.Transient, "The upload failed at Instagram."),
        [(100, 33)] = new(ProblemClass.Misconfigured, "The object does not exist, or this account has no access to it."),
        [(-2, null)] = new(ProblemClass.ContainerGone, "Instagram could not get the media."),
        [(-1, null)] = new(ProblemClass.Transient, "Instagram had a failure of its own."),
        [(1, null)] = new(ProblemClass.Transient, "Instagram had a failure of its own."),
        [(2, null)] = new(ProblemClass.Transient, "Instagram is not available for now."),
        [(4, null)] = new(ProblemClass.Throttled, "Too many calls."),
        [(9, null)] = new(ProblemClass.QuotaReached, "The account has published as much as it may for now."),
        [(10, null)] = NoPermission,
        [(17, null)] = new(ProblemClass.Throttled, "Too many calls for this user."),
        [(24, null)] = new(ProblemClass.ContainerGone, "Instagram does not find the container."),
        [(25, null)] = new(ProblemClass.AccountBroken, "The Instagram account is restricted or inactive."),
        [(32, null)] = new(ProblemClass.Throttled, "Too many calls for this page."),
        [(100, null)] = new(ProblemClass.Misconfigured, "Instagram does not understand the request."),
        [(190, null)] = new(ProblemClass.AccountBroken, "The account's token is no longer valid."),
        [(352, null)] = new(ProblemClass.ContentRejected, "The video's format is not supported."),
        [(368, null)] = new(ProblemClass.AccountBlocked, "Instagram has blocked the account for a time."),
        [(409, null)] = new(ProblemClass.AlreadyPublished, "The container seems to be published already."),
        [(613, null)] = new(ProblemClass.Throttled, "Too many calls."),
        [(9004, null)] = new(ProblemClass.MediaUnreachable, "Instagram could not fetch the picture from its address."),
        [(9007, null)] = new(ProblemClass.NotReady, "The media are not ready to be published yet."),
        [(36000, null)] = new(ProblemClass.ContentRejected, "The picture is larger than 8 MB."),
        [(36001, null)] = new(ProblemClass.ContentRejected, "The picture's format is not supported."),
        [(36003, null)] = new(ProblemClass.ContentRejected, "The picture's ratio is not allowed."),
        [(80002, null)] = new(ProblemClass.Throttled, "Too many calls for this account."),
    }.ToFrozenDictionary();

    /// <summary>Null when the table does not know it.</summary>
    public static GraphMeaning? MeaningOf(GraphError error) =>
        error.Subcode is { } subcode && (Line(null, subcode) ?? Line(error.Code, subcode)) is { } exact ? exact
        : !error.IsTransient ? General(error.Code)
        // That it passes is less than the table may know: for how long, and that nothing was done.
        : General(error.Code)
            is { Class: ProblemClass.Throttled or ProblemClass.QuotaReached or ProblemClass.AccountBlocked or ProblemClass.NotReady } wait
            ? wait
        : PassesByItself;

    private static GraphMeaning? General(long? code) => Line(code, null) ?? (code is >= 200 and <= 299 ? NoPermission : null);

    private static GraphMeaning? Line(long? code, long? subcode) => Table.GetValueOrDefault((code, subcode));
}
