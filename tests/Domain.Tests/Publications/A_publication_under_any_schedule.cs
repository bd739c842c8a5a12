using Campaigns.Domain.Publications;
using CsCheck;
using static Campaigns.Domain.Publications.PublicationEvent;

namespace Campaigns.Domain.Tests.Publications;

/// <summary>Crashes, lost answers, late effects, lagging statuses, people who interfere: see <see cref="ModelRun"/>.</summary>
public sealed class A_publication_under_any_schedule
{
    private static readonly Gen<Move[]> Moves = Gen.Select(Gen.Int[0, 19], Gen.Int[0, 1], Gen.Int[0, 99])
        .Select((kind, activation, chance) => new Move(kind, activation, chance))
        .Array[0, 150];

    [Fact]
    public void is_public_at_most_once() =>
        Check(run =>
        {
            var before = run.PublishedPosts;
            run.RunToTheEnd();
            run.WaitForTheLastCall();
            return before <= 1 && run.PublishedPosts <= 1;
        });

    [Fact]
    public void begins_no_call_while_held_or_before_its_time() => Check(run => run.ForbiddenCalls == 0);

    [Fact]
    public void ends_in_exactly_one_verdict() =>
        Check(run =>
        {
            run.RunToTheEnd();
            return run.Verdicts == 1;
        });

    [Fact]
    public void ends_in_a_verdict_that_is_true() =>
        Check(run =>
        {
            run.RunToTheEnd();
            run.WaitForTheLastCall();
            return run.Log.Last(e => e is WentLive or GaveUp or Skipped or Withdrawn or NeedsPerson) switch
            {
                WentLive => run.PublishedPosts == 1,
                NeedsPerson => run.PublishedPosts <= 1,
                _ => run.PublishedPosts == 0,
            };
        });

    [Fact]
    public void is_what_its_events_say() => Check(run => run.State == After<Publication, PublicationEvent>(run.Log));

    private static void Check(Func<ModelRun, bool> holds) =>
        Gen.Select(Moves, Gen.Bool)
            .Sample(
                (moves, isAlbum) =>
                {
                    var run = new ModelRun(isAlbum);
                    foreach (var move in moves)
                        run.Make(move);
                    return holds(run);
                },
                iter: 16_000,
                print: run =>
                    $"{(run.Item2 ? "album " : "")}{string.Join(", ", run.Item1.Select(move => $"{move.Kind}/{move.Activation}/{move.Chance}"))}"
            );
}
