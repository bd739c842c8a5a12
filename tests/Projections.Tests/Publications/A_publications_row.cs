using Campaigns.Domain.Publications;
using Campaigns.Projections.Publications;
using static Campaigns.Domain.Publications.PublicationEvent;
using static Campaigns.Projections.Tests.Publications.Publishing;

namespace Campaigns.Projections.Tests.Publications;

public sealed class A_publications_row
{
    [Fact]
    public void keeps_the_whole_way_to_going_live()
    {
        var row = Ledger(Planned, Uploaded, Ready, Started, Live)!;
        Assert.Equal((PublicationStage.Live, PublicationStatus.Live), (row.Stage, row.Status));
        Assert.Equal(("c-1", Uploaded.At, 1), (row.Container, row.ContainerAt, row.Attempts));
        Assert.Equal(("m-1", Live.At, LiveProof.PublishReply), (row.MediaId, row.LiveAt, row.LiveProof));
        Assert.Equal((null, null, null), (row.Verdict, row.NextTryAt, row.LastProblem));
        Assert.Equal(("user_ana", "user_ana", Given.Model), (row.ApprovedBy, row.CreatedBy, row.MadeBy));
        Assert.Equal((Given.Nine.AddMinutes(4), Given.Nine.AddMinutes(4)), (row.VerdictAt, row.UpdatedAt));
    }

    [Fact]
    public void names_nobody_while_its_new_time_must_be_approved()
    {
        Assert.Null(Ledger(Planned, new ApprovalVoided())!.ApprovedBy);
        Assert.Equal("user_ana", Ledger(Planned, new ApprovalVoided(), new Reapproved(Given.Ana))!.ApprovedBy);
    }

    [Fact]
    public void keeps_the_container_when_a_publish_call_did_nothing()
    {
        var row = Ledger(Planned, Uploaded, Ready, Started, new AttemptFailed(PublicationPhase.Publish, Given.Trouble, Due.AddMinutes(1)))!;
        Assert.Equal((PublicationStage.Ready, PublicationStatus.Scheduled), (row.Stage, row.Status));
        Assert.Equal(("c-1", Due.AddMinutes(1), Given.Trouble), (row.Container, row.NextTryAt, row.LastProblem));
    }

    [Fact]
    public void begins_anew_when_the_container_is_gone()
    {
        var row = Ledger(Planned, Uploaded, new ContainerDropped(C1, Given.Trouble, Due.AddMinutes(1)))!;
        Assert.Equal((PublicationStage.Waiting, null, null), (row.Stage, row.Container, row.ContainerAt));
        Assert.Equal(Due.AddMinutes(1), row.NextTryAt);
    }

    [Fact]
    public void keeps_the_verdict_and_why()
    {
        Assert.Equal((Verdict.GaveUp, "Busy."), Verdicted(new GaveUp(Given.Trouble)));
        Assert.Equal((Verdict.Skipped, "Late"), Verdicted(new Skipped("Late")));
        Assert.Equal((Verdict.Withdrawn, "No"), Verdicted(new Withdrawn("No")));
        Assert.Equal((Verdict.NeedsPerson, "Busy. Asked."), Verdicted(new NeedsPerson(Given.Trouble, "Asked.")));
    }

    [Fact]
    public void stays_live_whatever_is_said_later() =>
        Assert.Equal(PublicationStatus.Live, Ledger(Planned, Uploaded, Ready, Started, Live, new GaveUp(Given.Trouble))!.Status);

    [Fact]
    public void shows_why_it_is_held()
    {
        Assert.Equal("Wait", Ledger(Planned, new Held("Wait"))!.HeldReason);
        Assert.Null(Ledger(Planned, new Held("Wait"), new Released())!.HeldReason);
    }

    private static (Verdict?, string?) Verdicted(PublicationEvent verdict) =>
        Ledger(Planned, verdict) is { Stage: PublicationStage.Ended } row ? (row.Verdict, row.VerdictReason) : default;
}
