using System.Buffers.Binary;
using Campaigns.Sandbox.Gemini.Copy;
using Campaigns.Sandbox.Jobs;

namespace Campaigns.Sandbox.Filming;

/// <summary>Serves a job's clip, as heavy as it was asked to be: behind its last box stands one that players pass over.</summary>
internal static class ClipFile
{
    private const int Piece = 256 * 1024;

    public static Task Send(HttpContext http, Job job, (int Width, int Height) size, int seconds) =>
        Send(http, new Clip(size.Width, size.Height, seconds, Brief.From("", job.Prompt)).Bytes(), job.PadTo);

    /// <summary>Pixels of a shape, such as <c>9:16</c>.</summary>
    public static (int Width, int Height) SizeOf(string? ratio, string? resolution) =>
        (ratio, resolution) switch
        {
            ("9:16", "1080p") => (1080, 1920),
            ("9:16", _) => (720, 1280),
            ("1:1", _) => (960, 960),
            (_, "1080p") => (1920, 1080),
            _ => (1280, 720),
        };

    private static async Task Send(HttpContext http, byte[] clip, long padTo)
    {
        var padding = Math.Max(0, padTo - clip.Length);
        padding = padding is > 0 and < 8 ? 8 : padding;
        http.Response.ContentType = "video/mp4";
        http.Response.ContentLength = clip.Length + padding;
        await http.Response.Body.WriteAsync(clip, http.RequestAborted);
        if (padding == 0)
            return;
        var head = new byte[8];
        BinaryPrimitives.WriteUInt32BigEndian(head, (uint)padding);
        "free"u8.CopyTo(head.AsSpan(4));
        await http.Response.Body.WriteAsync(head, http.RequestAborted);
        var nothing = new byte[Piece];
        for (var left = padding - 8; left > 0; left -= Piece)
            await http.Response.Body.WriteAsync(nothing.AsMemory(0, (int)Math.Min(left, Piece)), http.RequestAborted);
    }
}
