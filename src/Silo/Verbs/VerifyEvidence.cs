using System.Text.Json.Nodes;
using Campaigns.Domain.Evidence;

namespace Campaigns.Silo.Verbs;

/// <summary><c>verify-evidence</c>: checks an evidence pack and shows what it says. It needs no database, no configuration and no network.</summary>
internal static class VerifyEvidence
{
    /// <param name="path">The pack.</param>
    /// <param name="head">What its head must be; null when nobody kept it.</param>
    public static async Task<int> Run(string path, string? head)
    {
        byte[] file;
        try
        {
            file = await File.ReadAllBytesAsync(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{path} cannot be read: {e.Message}");
            return CommandLine.Failed;
        }

        var check = EvidenceCheck.Of(file);
        if (check.Broken is { } broken)
            return Complain(path, broken);
        if (head is not null && !string.Equals(head, check.Head, StringComparison.OrdinalIgnoreCase))
            return Complain(path, $"Its head is {check.Head}, not the one that was kept: it is another chain.");
        foreach (var fact in check.Facts)
            Console.WriteLine(Line(fact));
        Console.WriteLine($"intact: {check.Entries} entries, head {check.Head}");
        return CommandLine.Done;
    }

    private static string Line(JsonObject fact) =>
        $"{(int)fact["sequence"]!, 4}  {(string?)fact["recordedAt"]}  {(string?)fact["actor"]}  {(string?)fact["name"]}";

    private static int Complain(string path, string broken)
    {
        Console.Error.WriteLine($"{path} is not intact. {broken}");
        return CommandLine.Failed;
    }
}
