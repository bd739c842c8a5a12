using System.Collections.Concurrent;
using System.Diagnostics;
using Campaigns.EventStore;
using Campaigns.Projections.Engine;

namespace Campaigns.Projections.Tests.Engine;

public sealed class A_batchs_span(ReadModelsDatabase database) : IClassFixture<ReadModelsDatabase>
{
    [Fact]
    public async Task is_marked_failed_when_the_batch_is_not_in()
    {
        var counted = await new Counted(database.Silo).AtStart();

        var span = await SpanOf(
            counted,
            after: 4_711_000, // where its checkpoint is not
            async lane => await Assert.ThrowsAsync<CheckpointMovedException>(lane)
        );

        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Equal(typeof(CheckpointMovedException).FullName, span.GetTagItem("error.type"));
    }

    [Fact]
    public async Task is_not_when_it_is()
    {
        var counted = await new Counted(database.Silo).AtStart();
        await database.Silo.Run("update read.checkpoint set position = 4711500 where projection = $1", counted.Name);

        var span = await SpanOf(counted, after: 4_711_500, lane => lane());

        Assert.Equal(ActivityStatusCode.Unset, span.Status);
    }

    /// <summary>Takes one event in; its span is known by a place that no other test's log has.</summary>
    private static async Task<Activity> SpanOf(Counted counted, ulong after, Func<Func<Task>, Task> run)
    {
        var place = new LogPosition(after + 1);
        var history = Counted.Campaigns("a").Select(recorded => recorded with { Position = place }).ToList();
        var lane = new ProjectionLane([counted.Build], new HistoryLog(history), _ => counted.Batch, new(after), batchSize: 100);

        var ended = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ProjectionMeter.Name,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Add,
        };
        ActivitySource.AddActivityListener(listener);
        await run(() => lane.CatchUp(place, default));
        return Assert.Single(ended, span => Equals(span.GetTagItem("campaigns.log.position"), place.ToString()));
    }
}
