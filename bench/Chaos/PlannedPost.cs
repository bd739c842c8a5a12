using System.Globalization;

namespace Campaigns.Bench.Chaos;

/// <summary>A post that is to be made, put on the calendar, and published once.</summary>
/// <param name="Number">From 0; its commands and its caption are named by it.</param>
/// <param name="Kind">As the API names it.</param>
/// <param name="Account">Which account, from 0.</param>
/// <param name="Files">What it shows, in order: <c>p</c> a picture, <c>v</c> a video.</param>
/// <param name="Lead">How long after its scheduling it is due.</param>
internal sealed record PlannedPost(int Number, string Kind, int Account, string Files, TimeSpan Lead)
{
    private static readonly (string Kind, string Files)[] Shapes =
    [
        ("PHOTO", "p"),
        ("PHOTO", "p"),
        ("CAROUSEL", "ppv"),
        ("CAROUSEL", "pppp"),
        ("REEL", "v"),
        ("STORY", "p"),
        ("STORY", "v"),
    ];

    public string Caption => $"Chaos {Number.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>How many accounts more there are, with a late policy of a minute: what strikes them lasts longer than a run.</summary>
    public const int StrictAccounts = 2;

    /// <summary>Posts of all kinds, over so many accounts and, some, over the strict ones.</summary>
    public static List<PlannedPost> Many(int count, int accounts, Random random) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(number =>
                {
                    var (kind, files) = Shapes[number < Shapes.Length ? number : random.Next(Shapes.Length)];
                    return new PlannedPost(number, kind, AccountOf(number, accounts), files, TimeSpan.FromSeconds(random.Next(6, 21)));
                }),
        ];

    private static int AccountOf(int number, int accounts) =>
        (number % 20) switch
        {
            7 => accounts,
            13 => accounts + 1,
            _ => number % accounts,
        };
}
