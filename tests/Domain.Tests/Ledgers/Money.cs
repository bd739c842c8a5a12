using System.Globalization;
using System.Text.Json;
using Campaigns.Domain.Ledgers;
using CsCheck;

namespace Campaigns.Domain.Tests.Ledgers;

public sealed class Money
{
    /// <summary>Amounts up to a billion dollars, to nine digits of a micro-dollar.</summary>
    private static readonly Gen<MicroUsd> Amounts = Gen.Select(Gen.Long[0, 999_999_999_999_999], Gen.Int[0, 999_999_999])
        .Select((whole, parts) => MicroUsd.Of(whole + parts / 1_000_000_000m));

    [Fact]
    public void is_exact_in_any_order() =>
        Amounts
            .Array[1, 40]
            .Sample(
                amounts =>
                {
                    var up = amounts.Aggregate(MicroUsd.Zero, (sum, one) => sum + one);
                    var down = amounts.Reverse().Aggregate(MicroUsd.Zero, (sum, one) => sum + one);

                    Assert.Equal(up, down);
                    Assert.Equal(MicroUsd.Zero, amounts.Aggregate(up, (rest, one) => rest - one));
                },
                iter: 500,
                threads: 1
            );

    [Fact]
    public void comes_back_from_every_wire_as_it_was() =>
        Amounts.Sample(
            amount =>
            {
                Assert.Equal(amount, MicroUsd.Parse(amount.Value));
                Assert.Equal(amount, JsonSerializer.Deserialize<MicroUsd>(JsonSerializer.Serialize(amount)));
                Assert.Equal(amount, MicroUsd.FromDollars(amount.Amount / 1_000_000m));
            },
            iter: 500,
            threads: 1
        );

    [Fact]
    public void of_a_million_tokens_is_a_million_times_that_of_one() =>
        Gen.Select(Gen.Int[0, 1_000_000_000], Gen.Int[1, 1_000_000])
            .Sample(
                (tokens, price) =>
                    Assert.Equal(
                        MicroUsd.Of(tokens * (price / 1000m)),
                        new ModelPrice { Input = MicroUsd.Of(price / 1000m), Output = MicroUsd.Zero }.Of(
                            new Domain.Generations.MeasuredUsage { Tokens = new(tokens, 0, 0, 0) }
                        )
                    ),
                iter: 500,
                threads: 1
            );

    [Theory]
    [InlineData("0", "0")]
    [InlineData("1.50", "1.5")]
    [InlineData("420.000000001", "420.000000001")]
    public void has_one_spelling(string text, string spelled) => Assert.Equal(spelled, MicroUsd.Parse(text).Value);

    [Theory]
    [InlineData("")]
    [InlineData("1e3")]
    [InlineData("1,5")]
    [InlineData("0.0000000001")]
    public void refuses_what_is_none(string text) => Assert.Throws<FormatException>(() => MicroUsd.Parse(text));

    [Fact]
    public void is_rounded_up_beyond_nine_digits_so_that_nothing_is_given_away() =>
        Assert.Equal("0.000000001", MicroUsd.Of(decimal.Parse("0.0000000001", CultureInfo.InvariantCulture)).Value);

    [Fact]
    public void is_told_in_dollars() => Assert.Equal("$0.00042", $"{MicroUsd.Of(420)}");
}
