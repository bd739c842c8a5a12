using Campaigns.Domain;
using Campaigns.Domain.Ledgers;
using Campaigns.Projections.Ledgers;

namespace Campaigns.Projections.Tests.Ledgers;

public sealed class A_calls_row
{
    [Fact]
    public void shows_what_is_set_aside_while_it_is_under_way()
    {
        var row = After(Calls.Reserved("one", Given.Campaign()));

        Assert.Equal((AttemptState.Reserved, 7000m, null, null), (row.State, row.ReservedMicroUsd, row.CostMicroUsd, row.OutcomeClass));
        Assert.Equal(
            ("one", "2026-11", "campaign_text", "gemini", "writer-1", "user_ana"),
            (row.Attempt, row.Month, row.Operation, row.Provider, row.Model, row.Actor)
        );
        Assert.Equal((Given.Campaign().Uuid, Given.Generation().Uuid, Given.Nine), (row.Campaign, row.Generation, row.ReservedAt));
    }

    [Fact]
    public void shows_what_it_used_and_cost()
    {
        var row = After(Calls.Reserved("one"), Calls.Settled("one", 420.5m));

        Assert.Equal((AttemptState.Settled, 420.5m, CostBasis.Measured), (row.State, row.CostMicroUsd, row.CostBasis));
        Assert.Equal((100L, 10L, 20L, 5L), (row.InputTokens, row.CachedInputTokens, row.OutputTokens, row.ThinkingTokens));
        Assert.Equal((1, "1K", 1500L, "req-1", "writer-1-001"), (row.Images, row.ImageSize, row.LatencyMs, row.RequestId, row.ModelNamed));
        Assert.Equal(Given.Nine.AddMinutes(1), row.EndedAt);
    }

    [Fact]
    public void shows_why_it_failed()
    {
        var row = After(Calls.Reserved("one"), Calls.Released("one"));

        Assert.Equal((AttemptState.Released, 0m, "busy"), (row.State, row.CostMicroUsd, row.OutcomeClass));
        Assert.Equal((ProblemClass.Transient, "http_503", "Busy."), (row.ProblemClass, row.ErrorCode, row.ErrorMessage));
    }

    private static AttemptRow After(params DomainEvent[] events) =>
        Assert.Single(Rows.From(new AttemptsProjection(), Given.Recorded(Calls.Stream, events)));
}
