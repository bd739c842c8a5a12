using System.Text;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Ledgers;
using CsCheck;
using static Campaigns.Domain.Tests.Ledgers.LedgerSample;

namespace Campaigns.Domain.Tests.Ledgers;

public sealed class A_price
{
    private static readonly ModelPrice All = new()
    {
        Input = MicroUsd.Of(2),
        CachedInput = MicroUsd.Of(0.2m),
        Output = MicroUsd.Of(12),
        Thinking = MicroUsd.Of(13),
        Images = ModelPrice.NoImages.Add("1K", MicroUsd.Of(100)).Add("4K", MicroUsd.Of(240)),
        VideoSecond = MicroUsd.Of(400),
        Character = MicroUsd.Of(0.5m),
    };

    [Fact]
    public void of_tokens_tells_cached_and_thinking_ones_apart() =>
        Assert.Equal(
            MicroUsd.Of(800 * 2 + 200 * 0.2m + 100 * 12 + 50 * 13),
            All.Of(new MeasuredUsage { Tokens = new(1000, 200, 100, 50) })
        );

    [Fact]
    public void of_a_picture_goes_by_its_size_and_the_dearest_where_that_is_not_known()
    {
        Assert.Equal(MicroUsd.Of(200), All.Of(new MeasuredUsage { Images = 2, ImageSize = "1k" }));
        Assert.Equal(MicroUsd.Of(240), All.Of(new MeasuredUsage { Images = 1, ImageSize = "8K" }));
        Assert.Equal(MicroUsd.Of(240), All.Of(new MeasuredUsage { Images = 1 }));
    }

    [Fact]
    public void of_a_film_and_of_a_voice_goes_by_their_length()
    {
        Assert.Equal(MicroUsd.Of(3000), All.Of(new MeasuredUsage { VideoSeconds = 7.5m }));
        Assert.Equal(MicroUsd.Of(60), All.Of(new MeasuredUsage { Characters = 120 }));
    }

    [Fact]
    public void of_nothing_measured_is_not_known() => Assert.Null(All.Of(MeasuredUsage.None));

    /// <summary>So a settlement within its bound never passes what was set aside.</summary>
    [Fact]
    public void of_what_was_used_is_never_above_that_of_the_most_that_could_be() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 1_000_000], Gen.Int[0, 1_000_000], Gen.Int[0, 20], Gen.Int[0, 100])
            .Sample(
                (input, cached, output, images, seconds) =>
                {
                    var most = All.Of(
                        new UsageBound
                        {
                            InputTokens = input,
                            OutputTokens = output,
                            Images = images,
                            VideoSeconds = seconds,
                        }
                    );
                    var used = All.Of(
                        new MeasuredUsage
                        {
                            Tokens = new(input, cached, output / 2, output - output / 2),
                            Images = images,
                            ImageSize = "1K",
                            VideoSeconds = seconds,
                        }
                    );
                    Assert.True(used <= most, $"{used} > {most}");
                },
                iter: 500,
                threads: 1
            );

    [Fact]
    public void holds_from_its_day_on_until_the_next_ones()
    {
        PriceEntry Priced(string model, DateOnly from, DateOnly? until, decimal input) =>
            new("gemini", model, from, until, new() { Input = MicroUsd.Of(input), Output = MicroUsd.Of(1) });
        var book = new PriceBook(
            "v1",
            [
                Priced("writer-*", new(2026, 1, 1), null, 1),
                Priced("writer-1", new(2026, 1, 1), new(2026, 11, 24), 2),
                Priced("writer-1", new(2026, 11, 24), null, 3),
            ],
            new() { Input = MicroUsd.Of(100), Output = MicroUsd.Of(100) }
        );

        Assert.Equal(2, book.Find(Writer, Nine.AddDays(-1))!.Price.Input!.Value.Amount);
        Assert.Equal(3, book.Find(Writer, Nine)!.Price.Input!.Value.Amount);
        Assert.Equal(1, book.Find(new("gemini", "writer-2"), Nine)!.Price.Input!.Value.Amount);
        Assert.Equal("v1/unknown", book.Find(new("fal", "writer-1"), Nine)!.Version);
        Assert.Null((book with { Unknown = null }).Find(new("fal", "writer-1"), Nine));
    }

    [Fact]
    public void is_read_from_a_file_in_dollars()
    {
        var book = PriceBookJson.Read(
            """
            { "version": "2026-11-01", "models": [
              { "provider": "gemini", "model": "writer-1", "from": "2026-01-01", "price": { "inputPerMillion": 0.05, "outputPerMillion": 3 } },
              { "provider": "gemini", "model": "painter-1", "from": "2026-01-01", "price": { "image": { "1K": 0.134 } } } ] }
            """u8
        );

        Assert.Equal(MicroUsd.Of(0.05m), book.Find(Writer, Nine)!.Price.Input);
        Assert.Equal(MicroUsd.FromDollars(0.134m), book.Find(Painter, Nine)!.Price.Of(new UsageBound { Images = 1, ImageSize = "1K" }));
    }

    [Theory]
    [InlineData("""nonsense""", "invalid")]
    [InlineData("""{ "models": [] }""", "version")]
    [InlineData("""{ "version": "1", "model": [] }""", "model")]
    [InlineData("""{ "version": "1", "models": [ { "provider": "p", "model": "m", "from": "2026-01-01" } ] }""", "no whole price")]
    [InlineData(
        """{ "version": "1", "models": [ { "provider": "p", "model": "m", "from": "1.1.26", "price": { "videoSecond": 1 } } ] }""",
        "day"
    )]
    [InlineData(
        """{ "version": "1", "models": [ { "provider": "p", "model": "m", "from": "2026-01-01", "price": { "videoSecond": -1 } } ] }""",
        "p m"
    )]
    [InlineData(
        """{ "version": "1", "models": [ { "provider": "p", "model": "m", "from": "2026-01-01", "price": { "videoSecond": 1 } }, { "provider": "p", "model": "m", "from": "2026-02-01", "price": { "videoSecond": 1 } } ] }""",
        "two prices"
    )]
    public void is_refused_where_it_cannot_be(string json, string named)
    {
        var wrong = Assert.Throws<FormatException>(() => PriceBookJson.Read(Encoding.UTF8.GetBytes(json)));

        Assert.Contains(named, wrong.Message, StringComparison.OrdinalIgnoreCase);
    }
}
