using System.Globalization;
using System.Runtime.CompilerServices;
using Campaigns.Api.GraphQL;
using Campaigns.Api.GraphQL.Subscriptions;
using GraphQL;

namespace Campaigns.Api.Tests.Sample;

/// <summary>What can be followed.</summary>
public sealed class Subscription
{
    /// <summary>Counts up, and ends there.</summary>
    /// <param name="to">The last number.</param>
    /// <param name="padding">How many characters to say beside each.</param>
    public static IObservable<Count> Counting([FromServices] Tally tally, int to, int padding = 0) =>
        new SourceStream<Count>(ct => tally.Numbers(to, padding, ct));

    /// <summary>Two elements, the first of which takes its time.</summary>
    /// <param name="times">How often it takes too long.</param>
    public static IObservable<Sluggish> Slow(int times) => new SourceStream<Sluggish>(ct => Sluggish.Two(times, ct));

    /// <summary>Begins, and then nothing ever comes.</summary>
    public static IObservable<Count> Silence([FromServices] Tally tally) => new SourceStream<Count>(tally.Nothing);

    /// <summary>Does not begin.</summary>
    public static IObservable<Count> Refusal() => throw RequestFailure.Forbidden("note:follow");

    /// <summary>Does not begin, and says so only when a test wants it, whether or not anybody still waits.</summary>
    public static async Task<IObservable<Count>> LateRefusal([FromServices] Tally tally)
    {
        await tally.RefuseLate();
        throw RequestFailure.Forbidden("note:follow");
    }

    /// <summary>Breaks after one number.</summary>
    public static IObservable<Count> Breaking([FromServices] Tally tally) => new SourceStream<Count>(tally.Breaking);
}

/// <summary>A number.</summary>
/// <param name="Number">The number.</param>
/// <param name="Padding">As long as asked for.</param>
public sealed record Count(int Number, string Padding) : IPlaced
{
    /// <summary>Its place.</summary>
    public string Position => Number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Takes longer than anybody waits, so many times.</summary>
public sealed class Sluggish(int number, int times) : IPlaced
{
    private int left = times;

    /// <summary>Its place.</summary>
    public string Position => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Its number, in the end.</summary>
    public async Task<int> Number(CancellationToken ct)
    {
        if (Interlocked.Decrement(ref left) >= 0)
            await Task.Delay(Timeout.Infinite, ct);
        return number;
    }

    internal static async IAsyncEnumerable<Sluggish> Two(int times, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return new(1, times);
        await Task.Yield();
        ct.ThrowIfCancellationRequested();
        yield return new(2, 0);
    }
}

/// <summary>Counts, and knows how far it was asked to.</summary>
public sealed class Tally
{
    private int drawn;
    private int open;
    private int waiting;

    /// <summary>How many numbers were drawn in all.</summary>
    public int Drawn => drawn;

    /// <summary>Lets the late refusals go.</summary>
    public TaskCompletionSource Late { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How many wait to be refused.</summary>
    public int Waiting => waiting;

    /// <summary>How many streams are open.</summary>
    public int Open => open;

    public async Task RefuseLate()
    {
        Interlocked.Increment(ref waiting);
        await Late.Task;
        Interlocked.Decrement(ref waiting);
    }

    public async IAsyncEnumerable<Count> Numbers(int to, int padding, [EnumeratorCancellation] CancellationToken ct)
    {
        var text = new string('x', padding);
        for (var number = 1; number <= to; number++)
        {
            ct.ThrowIfCancellationRequested();
            await Task.Yield();
            Interlocked.Increment(ref drawn);
            yield return new(number, text);
        }
    }

    public async IAsyncEnumerable<Count> Nothing([EnumeratorCancellation] CancellationToken ct)
    {
        Interlocked.Increment(ref open);
        try
        {
            await Task.Delay(Timeout.Infinite, ct);
            yield break;
        }
        finally
        {
            Interlocked.Decrement(ref open);
        }
    }

    public async IAsyncEnumerable<Count> Breaking([EnumeratorCancellation] CancellationToken ct)
    {
        yield return new(Interlocked.Increment(ref drawn), "");
        await Task.Yield();
        ct.ThrowIfCancellationRequested();
        throw new InvalidOperationException("secret of the machine");
    }
}
