using Campaigns.Domain;
using Campaigns.Domain.Media;
using Campaigns.EventStore;
using Campaigns.Projections.Generations;
using static Campaigns.Domain.Generations.GenerationEvent;

namespace Campaigns.Projections.Tests.Generations;

public sealed class A_generations_row
{
    private static readonly ImageRequested Asked = new(Given.Campaign(), Given.Item(), "A loaf", AspectRatio.Portrait);
    private static readonly AttemptStarted First = new(1, Given.Nine);

    [Fact]
    public void says_what_it_was_for()
    {
        var picture = After(Asked);
        Assert.Equal(
            (GenerationKind.Image, Given.Campaign().Uuid, Given.Item().Uuid),
            (picture.Kind, picture.Campaign, picture.Item!.Value)
        );

        var text = After(new TextRequested(Given.Campaign(), "Sell bread", null, new([], "pt-PT")));
        Assert.Equal((GenerationKind.Text, Given.Campaign().Uuid, null), (text.Kind, text.Campaign, text.Item));
    }

    [Fact]
    public void follows_its_attempts()
    {
        Assert.Equal((GenerationState.Running, 1, null), Standing(After(Asked, First)));
        var failed = new AttemptFailed(Given.Trouble, Given.Nine.AddMinutes(5));
        Assert.Equal((GenerationState.Retrying, 1, Given.Nine.AddMinutes(5)), Standing(After(Asked, First, failed)));
        Assert.Equal((GenerationState.Running, 2, null), Standing(After(Asked, First, failed, new AttemptStarted(2, Given.Nine))));
        Assert.Equal(Given.Trouble, After(Asked, First, new Failed(Given.Trouble)).LastProblem);
    }

    [Fact]
    public void says_what_it_used()
    {
        var row = After(Asked, First, new ImageProduced(Given.Picture, Given.Model, new(100, 20, 30, 5)), new Delivered());
        Assert.Equal((GenerationState.Done, true), (row.State, row.Delivered));
        Assert.Equal(("gemini", "gemini-2.5-flash", "posts.v1"), (row.Provider, row.Model, row.PromptVersion));
        Assert.Equal((100L, 20L, 30L, 5L), (row.InputTokens, row.CachedInputTokens, row.OutputTokens, row.ThinkingTokens));
        Assert.Equal(Given.Nine.AddMinutes(2), row.FinishedAt);
    }

    private static (GenerationState, int, DateTimeOffset?) Standing(GenerationRow row) => (row.State, row.Attempts, row.NextTryAt);

    private static GenerationRow After(params DomainEvent[] events) =>
        Assert.Single(
            Rows.From(
                new GenerationsProjection(),
                Given.Recorded(StreamName.Of("generation", Given.Club, Given.Generation().Value), events)
            )
        );
}
