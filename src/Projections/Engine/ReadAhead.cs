using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Campaigns.Projections.Engine;

/// <summary>Fetches the next batch while the last one is being applied.</summary>
internal static class ReadAhead
{
    public static async IAsyncEnumerable<T> Ahead<T>(this IAsyncEnumerable<T> items, int by, [EnumeratorCancellation] CancellationToken ct)
    {
        var channel = Channel.CreateBounded<T>(new BoundedChannelOptions(by) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var fetching = Task.Run(() => Fetch(items, channel.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var item in channel.Reader.ReadAllAsync(ct))
                yield return item;
        }
        finally
        {
            await stop.CancelAsync();
            await fetching;
        }
    }

    private static async Task Fetch<T>(IAsyncEnumerable<T> items, ChannelWriter<T> into, CancellationToken ct)
    {
        try
        {
            await foreach (var item in items.WithCancellation(ct))
                await into.WriteAsync(item, ct);
            into.Complete();
        }
        catch (Exception e)
        {
            into.Complete(e); // the reader's to throw
        }
    }
}
