using System.Diagnostics;
using System.Globalization;
using Campaigns.Domain;
using Campaigns.Domain.Campaigns;

namespace Campaigns.Api.Tests.Subscriptions;

/// <summary>npm's own clients, behind a proxy that cuts every connection now and then.</summary>
public sealed class A_client_that_is_cut_off_at_random(LiveApi api) : IClassFixture<LiveApi>
{
    private readonly CampaignId campaign = new(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()));

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan ForSoLong = TimeSpan.FromSeconds(3);

    [Theory]
    [InlineData("ws")]
    [InlineData("sse")]
    public async Task hears_of_every_event_exactly_once(string kind)
    {
        using var patience = new CancellationTokenSource(Patience);
        var after = await Append(new CampaignEvent.Created("0", "Sell bread", null));
        using var client = await Node.Start(
            "follow.mjs",
            kind,
            api.Address.Host,
            api.Address.Port.ToString(CultureInfo.InvariantCulture),
            api.Token(),
            after
        );
        try
        {
            var complaints = client.StandardError.ReadToEndAsync(patience.Token);
            var expected = await AppendForAWhile(patience.Token);
            var heard = new List<string>();
            while (heard.Count == 0 || heard[^1] != expected[^1])
                heard.Add(
                    await client.StandardOutput.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException(await complaints)
                );
            client.StandardInput.Close();
            var rest = await client.StandardOutput.ReadToEndAsync(patience.Token);

            Assert.Equal(expected, heard);
            Assert.StartsWith("cut ", rest, StringComparison.Ordinal);
            Assert.InRange(int.Parse(rest[4..], CultureInfo.InvariantCulture), 3, int.MaxValue);
        }
        finally
        {
            if (!client.HasExited)
                client.Kill(entireProcessTree: true);
        }
    }

    private async Task<List<string>> AppendForAWhile(CancellationToken ct)
    {
        var positions = new List<string>();
        for (var began = Stopwatch.StartNew(); began.Elapsed < ForSoLong; await Task.Delay(5, ct))
            positions.Add(await Append(new CampaignEvent.Renamed($"{positions.Count}")));
        return positions;
    }

    private async Task<string> Append(DomainEvent happened) => (await api.Append(campaign, happened))[0];
}
