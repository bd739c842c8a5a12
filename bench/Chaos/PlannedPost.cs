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

    /// <summary>Posts of all kinds, over so many accounts.</summary>
    public static List<PlannedPost> Many(int count, int accounts, Random random) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(number =>
                {
                    var (kind, files) = Shapes[number < Shapes.Length ? number : random.Next(Shapes.Length)];
                    return new PlannedPost(number, kind, number % accounts, files, TimeSpan.FromSeconds(random.Next(6, 21)));
                }),
        ];
}
