namespace Campaigns.Bench.Due;

/// <summary>One post: on which account, and when. Its caption tells it from all others.</summary>
internal sealed record Post(string Caption, int Account, DateTimeOffset DueAt)
{
    /// <summary>Posts spread evenly over a while; with none, all at one instant.</summary>
    /// <param name="name">Begins their captions.</param>
    /// <param name="count">How many.</param>
    /// <param name="firstAccount">They take accounts from this one on, so many each.</param>
    /// <param name="from">When the first is due, UTC.</param>
    /// <param name="over">Over how long.</param>
    /// <param name="each">How many an account gets at most.</param>
    public static List<Post> Spread(string name, int count, int firstAccount, DateTimeOffset from, TimeSpan over, int each)
    {
        var accounts = AccountsFor(count, each);
        return
        [
            .. Enumerable.Range(0, count).Select(n => new Post($"{name} {n}", firstAccount + (n % accounts), from + (over * n / count))),
        ];
    }

    /// <summary>How many accounts so many posts need.</summary>
    public static int AccountsFor(int posts, int each) => (posts + each - 1) / each;
}
