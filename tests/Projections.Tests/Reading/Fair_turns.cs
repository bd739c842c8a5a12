using Campaigns.Projections.Reading;

namespace Campaigns.Projections.Tests.Reading;

public sealed class Fair_turns
{
    private readonly FairTurns turns = new(atOnce: 8, each: 2);
    private readonly List<Task<IDisposable>> waiting = [];

    [Fact]
    public async Task leave_room_for_others_however_many_of_one_party_wait()
    {
        for (var n = 0; n < 1_000; n++)
            _ = Ask("greedy");

        var other = Ask("other");

        Assert.True(other.IsCompletedSuccessfully);
        Assert.Equal(2, waiting.Count(one => one.IsCompleted) - 1);
        (await other).Dispose();
    }

    [Fact]
    public async Task go_round_among_those_who_wait()
    {
        var narrow = new FairTurns(atOnce: 1, each: 1);
        var first = await narrow.Take("a", CancellationToken.None);
        var order = new List<string>();
        var all = new[] { "a", "a", "a", "b", "c", "b" }.Select(Wait).ToArray();

        first.Dispose();
        await Task.WhenAll(all).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(["a", "b", "c", "a", "b", "a"], order);

        async Task Wait(string party)
        {
            using (await narrow.Take(party, CancellationToken.None))
                order.Add(party);
        }
    }

    [Fact]
    public async Task pass_over_those_who_have_given_up()
    {
        using var giveUp = new CancellationTokenSource();
        var narrow = new FairTurns(atOnce: 1, each: 1);
        var first = await narrow.Take("a", CancellationToken.None);
        var given = narrow.Take("a", giveUp.Token);
        var patient = narrow.Take("a", CancellationToken.None);
        await giveUp.CancelAsync();

        first.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        (await patient.WaitAsync(TimeSpan.FromSeconds(60))).Dispose();
    }

    [Fact]
    public async Task end_once_however_often_they_are_disposed_of()
    {
        var narrow = new FairTurns(atOnce: 1, each: 1);
        var first = await narrow.Take("a", CancellationToken.None);
        first.Dispose();
        first.Dispose();

        using var second = await narrow.Take("a", CancellationToken.None);

        Assert.False(narrow.Take("b", CancellationToken.None).IsCompleted);
    }

    private Task<IDisposable> Ask(string party)
    {
        waiting.Add(turns.Take(party, CancellationToken.None));
        return waiting[^1];
    }
}
