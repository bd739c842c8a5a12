using System.Text.Json;

namespace Campaigns.Sandbox;

/// <summary>A file of one JSON value a line, only ever appended to; without a path it remembers nothing.</summary>
internal sealed class JsonLines(string? path)
{
    private readonly Lock gate = new();

    public static JsonLines In(SandboxSettings settings, string name)
    {
        if (settings.Data is null)
            return new JsonLines(null);
        Directory.CreateDirectory(settings.Data);
        var path = Path.Combine(settings.Data, name);
        EndLastLine(path);
        return new JsonLines(path);
    }

    public IEnumerable<T> Read<T>()
    {
        if (path is null || !File.Exists(path))
            yield break;
        foreach (var line in File.ReadLines(path))
            if (TryRead<T>(line, out var value))
                yield return value;
    }

    public void Append<T>(T value)
    {
        if (path is null)
            return;
        lock (gate)
            File.AppendAllText(path, JsonSerializer.Serialize(value, JsonReply.Plain) + "\n");
    }

    public void Clear()
    {
        if (path is null)
            return;
        lock (gate)
            File.Delete(path);
    }

    /// <summary>What a killed process left unfinished must not swallow the next line.</summary>
    private static void EndLastLine(string path)
    {
        if (!File.Exists(path))
            return;
        using var file = File.Open(path, FileMode.Open, FileAccess.ReadWrite);
        if (file.Length == 0)
            return;
        file.Seek(-1, SeekOrigin.End);
        if (file.ReadByte() != '\n')
            file.WriteByte((byte)'\n');
    }

    /// <summary>A process killed in mid-write leaves half a line behind: it never happened.</summary>
    private static bool TryRead<T>(string line, out T value)
    {
        try
        {
            value = JsonSerializer.Deserialize<T>(line, JsonReply.Plain)!;
            return value is not null;
        }
        catch (JsonException)
        {
            value = default!;
            return false;
        }
    }
}
