using Campaigns.Domain.Generations;
using Campaigns.Domain.Ledgers;

namespace Campaigns.Domain.Tests.Generations;

public sealed class A_failed_call
{
    [Theory]
    // A limit on calls: once more after a short wish, past it at once after a long one.
    [InlineData(OutcomeClasses.Busy, ProblemClass.Throttled, 1, null, AfterFailure.AskAgain)]
    [InlineData(OutcomeClasses.Busy, ProblemClass.Throttled, 1, 10, AfterFailure.AskAgain)]
    [InlineData(OutcomeClasses.Busy, ProblemClass.Throttled, 1, 600, AfterFailure.MoveOn)]
    [InlineData(OutcomeClasses.Busy, ProblemClass.Throttled, 2, null, AfterFailure.MoveOn)]
    // Overloaded.
    [InlineData(OutcomeClasses.Busy, ProblemClass.Transient, 1, null, AfterFailure.AskAgain)]
    // A quota that is used up.
    [InlineData(OutcomeClasses.Broken, ProblemClass.Throttled, 1, null, AfterFailure.LeaveBehind)]
    [InlineData(OutcomeClasses.Broken, ProblemClass.QuotaReached, 1, null, AfterFailure.LeaveBehind)]
    // Refused for safety, or as content.
    [InlineData(OutcomeClasses.Rejected, ProblemClass.SafetyRefused, 1, null, AfterFailure.Stop)]
    [InlineData(OutcomeClasses.Rejected, ProblemClass.ContentRejected, 1, null, AfterFailure.Stop)]
    // An invalid request, a model that is gone, a key that is refused.
    [InlineData(OutcomeClasses.Rejected, ProblemClass.Misconfigured, 1, null, AfterFailure.LeaveBehind)]
    [InlineData(OutcomeClasses.Broken, ProblemClass.ModelGone, 1, null, AfterFailure.LeaveBehind)]
    [InlineData(OutcomeClasses.Broken, ProblemClass.Misconfigured, 1, null, AfterFailure.LeaveBehind)]
    // A truncated answer.
    [InlineData(OutcomeClasses.Broken, ProblemClass.OutputCut, 1, null, AfterFailure.LeaveBehind)]
    // An empty answer, an error inside a 200, malformed JSON, HTML.
    [InlineData(OutcomeClasses.Broken, ProblemClass.OutputUnusable, 1, null, AfterFailure.AskAgain)]
    [InlineData(OutcomeClasses.Broken, ProblemClass.OutputUnusable, 2, null, AfterFailure.MoveOn)]
    // Unreachable, a timeout, a connection that was reset, a body that is too slow, a call that died.
    [InlineData(OutcomeClasses.Broken, ProblemClass.Transient, 1, null, AfterFailure.AskAgain)]
    [InlineData(OutcomeClasses.Unclear, ProblemClass.Transient, 1, null, AfterFailure.AskAgain)]
    [InlineData(OutcomeClasses.Unclear, ProblemClass.Transient, 2, null, AfterFailure.MoveOn)]
    [InlineData(OutcomeClasses.Unclear, ProblemClass.OutcomeUnknown, 1, null, AfterFailure.AskAgain)]
    // A picture to go by that cannot be had.
    [InlineData(OutcomeClasses.Rejected, ProblemClass.MediaUnreachable, 1, null, AfterFailure.Stop)]
    // Called off, or no money.
    [InlineData(OutcomeClasses.Cancelled, ProblemClass.Cancelled, 1, null, AfterFailure.Stop)]
    [InlineData(OutcomeClasses.Broken, ProblemClass.SpendingLimited, 1, null, AfterFailure.Stop)]
    public void leads_where_the_table_says(string outcome, ProblemClass problem, int tries, int? wish, AfterFailure expected) =>
        Assert.Equal(
            expected,
            FallbackTable.Of(outcome, new(problem, "x", "x"), tries, wish is { } seconds ? TimeSpan.FromSeconds(seconds) : null)
        );

    [Fact]
    public void of_an_open_circuit_moves_on_at_once() =>
        Assert.Equal(
            AfterFailure.MoveOn,
            FallbackTable.Of(OutcomeClasses.Busy, new(ProblemClass.Transient, FallbackTable.CircuitOpen, "x"), 1, null)
        );
}
