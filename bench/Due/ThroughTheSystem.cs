using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Campaigns.Bench.Running;
using Campaigns.Domain;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using Campaigns.Projections;
using Campaigns.Projections.Reading;

namespace Campaigns.Bench.Due;

/// <summary>Accounts connected through the API, and posts put straight into the log as scheduled: their projection and the sweep do the rest.</summary>
/// <param name="system">Whose.</param>
/// <param name="tenant">For whom.</param>
/// <param name="name">Begins its accounts' names.</param>
internal sealed class ThroughTheSystem(RunningSystem system, string tenant = "org_bench", string name = "bakery")
{
    /// <summary>Eight grey pixels by eight, which the platform takes as well as any picture: decoding is not what is measured.</summary>
    private const string Jpeg =
        "/9j/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQH/wAALCAAIAAgBAR"
        + "EA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z";

    private static readonly ActorId Actor = ActorId.Parse("user_bench");
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>How many accounts are connected at the same time.</summary>
    private const int Connecting = 16;

    private readonly TenantId tenant = TenantId.Parse(tenant);
    private (AccountId Id, string Name)[] accounts = [];
    private MediaAsset picture = null!;

    public Uri Picture => picture.Url;

    public string TokenOf(int account) => $"rube_{NameOf(account)}";

    private string NameOf(int account) => $"{name}_{account}";

    /// <summary>Connects the accounts and uploads the picture, by a silo that runs.</summary>
    public async Task Connect(int count)
    {
        var token = await system.Token(tenant.Value);
        using var upload = new HttpRequestMessage(HttpMethod.Post, new Uri(system.Api, "media"));
        upload.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        upload.Content = new ByteArrayContent(Convert.FromBase64String(Jpeg));
        upload.Content.Headers.ContentType = new("image/jpeg");
        using var uploaded = await system.Http.SendAsync(upload);
        var stored = await uploaded.Content.ReadFromJsonAsync<MediaAsset>();
        picture =
            uploaded.IsSuccessStatusCode && stored is not null
                ? stored
                : throw new InvalidOperationException(await uploaded.Content.ReadAsStringAsync());

        accounts = new (AccountId, string)[count];
        await Parallel.ForAsync(
            0,
            count,
            new ParallelOptions { MaxDegreeOfParallelism = Connecting },
            async (account, _) =>
            {
                var input = new JsonObject { ["token"] = TokenOf(account), ["commandId"] = $"connect-{account}" };
                var connected = await system.Mutate(token, "connectInstagramAccount", "accountId", input);
                accounts[account] = (AccountId.Parse((string)connected["accountId"]!), NameOf(account));
            }
        );
    }

    /// <summary>Schedules the posts, and waits until the sweep can find them.</summary>
    public async Task Schedule(IEnumerable<Post> posts)
    {
        await using var spine = new Spine(system.Database);
        await spine.Start();
        await Task.WhenAll(posts.Select(post => Schedule(spine.Log, post)));
        var head = await spine.Log.Head();
        if (!await spine.Get<ReadConsistency>().WaitFor(head.ToString(), [ReadModels.Due], Patience))
            throw new TimeoutException("The posts did not come into read.due.");
    }

    private Task<Appended> Schedule(IEventStore log, Post post)
    {
        var (now, id) = (TimeProvider.System.GetUtcNow(), DerivedId.From(post.Caption));
        var (account, username) = accounts[post.Account];
        var scheduled = new PublicationEvent.Scheduled(
            new(new(id), new(id), Domain.Campaigns.Platform.Instagram, post.Caption, picture, picture.Sha256),
            new(account, "me", username),
            new(
                post.DueAt.ToString("yyyy-MM-dd'T'HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture),
                "Etc/UTC",
                post.DueAt,
                LocalTimeRule.Exact
            ),
            post.DueAt.AddHours(6),
            Actor
        );
        var metadata = new EventMetadata(Actor, now, CommandId.Parse($"schedule-{id}"));
        return log.Append(StreamName.Of("publication", tenant, id.ToString()), 0, [new(Guid.CreateVersion7(now), scheduled, metadata)]);
    }
}
