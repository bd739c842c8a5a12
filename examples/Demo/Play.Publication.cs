using NodaTime;
using NodaTime.Text;
using static Campaigns.Demo.Screen;

namespace Campaigns.Demo;

/// <summary>From the calendar to the platform: the post is scheduled, waited for, and told.</summary>
internal sealed partial class Play
{
    private async Task<string> Schedule(string campaign, string item, string account, string kind)
    {
        var at = brief.Publish.At ?? InAMoment();
        var payload = await api.Mutate(
            "schedulePost",
            "SchedulePostInput",
            "publicationId receipt { position }",
            Command(
                $"{kind}-schedule",
                new()
                {
                    ["campaignId"] = campaign,
                    ["itemId"] = item,
                    ["accountId"] = account,
                    ["at"] = at,
                    ["zone"] = brief.Publish.Zone,
                }
            )
        );
        Say($"{kind} {payload["publicationId"]}: for {at} in {brief.Publish.Zone}");
        return (string)payload["publicationId"]!;
    }

    private async Task<DateTimeOffset> Due(string publication)
    {
        var planned = await Until(
            ForPublishing,
            "the publication to be readable",
            async () =>
                (
                    await api.Query(
                        "query($id: ID!) { publication(id: $id) { dueAt dueLocal zone dueRule } }",
                        new() { ["id"] = publication }
                    )
                )["publication"]
        );
        var rule = (string?)planned["dueRule"] switch
        {
            "MOVED_FORWARD_OVER_GAP" => "; the clock jumps over that time there, so it was moved forward",
            "EARLIER_OF_TWO" => "; the clock shows that time twice there, and the earlier one counts",
            _ => "",
        };
        Say($"due {planned["dueAt"]}{rule}");
        return (DateTimeOffset)planned["dueAt"]!;
    }

    private static string Told(TimeSpan wait) =>
        wait < TimeSpan.FromHours(2) ? $"{wait.TotalMinutes:0} minutes"
        : wait < TimeSpan.FromDays(2) ? $"{wait.TotalHours:0} hours"
        : $"{wait.TotalDays:0} days";

    private string InAMoment() =>
        LocalDateTimePattern.GeneralIso.Format(
            Instant
                .FromDateTimeOffset(clock.GetUtcNow().AddSeconds(brief.Publish.InSeconds))
                .InZone(DateTimeZoneProviders.Tzdb[brief.Publish.Zone])
                .LocalDateTime
        );

    private async Task Live(string kind, string publication)
    {
        var seen = "";
        await Until(
            LongestWait + ForPublishing,
            "the post to go out",
            async () =>
            {
                var data = await api.Query(
                    "query($id: ID!) { publication(id: $id) { status dueAt mediaId liveAt lastProblem { code message } } }",
                    new() { ["id"] = publication }
                );
                var status = (string?)data["publication"]?["status"] ?? "";
                if (status != seen)
                    Say($"{clock.GetUtcNow():HH:mm:ss} {kind} {status}");
                seen = status;
                if (status is "WITHDRAWN" or "SKIPPED" or "FAILED" or "NEEDS_PERSON")
                    throw new DemoFailure($"it ended as {status}: {data["publication"]!["lastProblem"]?["message"]}");
                if (status is not "LIVE")
                    return null;
                Say($"due {data["publication"]!["dueAt"]}, live {data["publication"]!["liveAt"]}, media {data["publication"]!["mediaId"]}");
                return data["publication"];
            }
        );
    }

    private async Task<string> Tenant() => (string)(await api.Query("{ me { tenant } }", []))["me"]!["tenant"]!;

    /// <summary>Every event of the campaign, of its AI jobs and of its publications.</summary>
    private async Task History(string campaign)
    {
        string? after = null;
        do
        {
            var data = await api.Query(
                """
                query($id: ID!, $after: String) {
                  campaign(id: $id) { history(first: 100, after: $after) { nodes { at actor summary } pageInfo { endCursor hasNextPage } } }
                }
                """,
                new() { ["id"] = campaign, ["after"] = after }
            );
            var page = data["campaign"]!["history"]!;
            foreach (var happened in page["nodes"]!.AsArray())
                Say($"{happened!["at"], -27}  {(string)happened["actor"]!, -18}  {happened["summary"]}");
            after = (bool)page["pageInfo"]!["hasNextPage"]! ? (string)page["pageInfo"]!["endCursor"]! : null;
        } while (after is not null);
    }

    private async Task Check(string username, long before, int scheduled, string caption)
    {
        var published = await sandbox.Published(username, before);
        foreach (var entry in published)
            Say($"{entry["at"]}  @{username}  {entry["arguments"]?["media_type"], -8}  {entry["result"]?["permalink"]}");
        if (published.Count != scheduled)
            throw new DemoFailure(
                $"the platform shows {published.Count} publishes on @{username} since the demo began; there should be {scheduled}, one for each post"
            );
        Say($"exactly one publish each, the first of \"{caption.Split('\n')[0]}\"");
    }
}
