using Campaigns.Domain.Ledgers;
using Campaigns.Silo.Configuration;
using Campaigns.Silo.Prices;

namespace Campaigns.Silo.Tests;

public sealed class The_price_book
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string> Usual { get; } =
        new()
        {
            { "gemini", "gemini-3-flash-preview" },
            { "gemini", "gemini-3-pro-image" },
            { "gemini", "gemini-2.5-flash-preview-tts" },
            { "openrouter", "openai/gpt-5.2" },
            { "replicate", "google/nano-banana-pro" },
            { "veo", "veo-3.1-fast-generate-preview" },
            { "fal", "fal-ai/veo3.1/fast/image-to-video" },
            { "fal", "fal-ai/sora-2/text-to-video" },
        };

    [Theory]
    [MemberData(nameof(Usual))]
    public void knows_the_usual_models(string provider, string model) =>
        Assert.DoesNotContain("unknown", PriceFile.Own().Find(new(provider, model), Now)!.Version, StringComparison.Ordinal);

    [Fact]
    public void takes_more_for_a_model_it_does_not_know_than_for_any_that_it_does()
    {
        var book = PriceFile.Own();
        foreach (
            var most in (UsageBound[])
                [new() { InputTokens = 1000, OutputTokens = 1000 }, new() { Images = 1, ImageSize = "4K" }, new() { VideoSeconds = 8 }]
        )
            Assert.All(book.Entries, entry => Assert.True((entry.Price.Of(most) ?? MicroUsd.Zero) < book.Unknown!.Of(most)));
    }

    [Fact]
    public void can_be_another_file()
    {
        var path = Path.Combine(Path.GetTempPath(), $"prices-{Environment.ProcessId}.json");
        try
        {
            File.WriteAllText(
                path,
                """{ "version": "ours", "models": [ { "provider": "fal", "model": "m", "from": "2026-01-01", "price": { "videoSecond": 0.5 } } ] }"""
            );
            Assert.Equal("ours", SettingsReader.Read(GoodEnvironment.With(("CAMPAIGNS_PRICES", path))).Prices.Version);

            File.WriteAllText(path, """{ "version": "ours", "models": [ { "provider": "fal", "model": "m", "from": "2026-01-01" } ] }""");
            var refused = Assert.Throws<ConfigurationException>(() =>
                SettingsReader.Read(GoodEnvironment.With(("CAMPAIGNS_PRICES", path)))
            );
            Assert.Contains("fal m has no whole price", Assert.Single(refused.Problems), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
