namespace Campaigns.Architecture.Tests;

/// <summary>What people wrote, without what was built or fetched.</summary>
internal static class SourceTree
{
    private static readonly string[] Skipped = ["bin", "obj", "node_modules"];

    /// <summary>Paths from the root, with forward slashes.</summary>
    public static IReadOnlyList<string> Files(string pattern) =>
        [
            .. In(new DirectoryInfo(Checkout.Root), pattern)
                .Select(file => Path.GetRelativePath(Checkout.Root, file.FullName).Replace('\\', '/')),
        ];

    private static IEnumerable<FileInfo> In(DirectoryInfo folder, string pattern) =>
        folder
            .EnumerateFiles(pattern)
            .Concat(
                folder
                    .EnumerateDirectories()
                    .Where(inner => inner.Name[0] != '.' && !Skipped.Contains(inner.Name))
                    .SelectMany(inner => In(inner, pattern))
            );
}
