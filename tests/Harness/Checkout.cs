namespace Campaigns.Harness;

/// <summary>The source tree that the tests were built from.</summary>
public static class Checkout
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>The full path of a file or folder, given from the root with forward slashes.</summary>
    public static string PathOf(string path) => Path.Combine(Root, path);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Campaigns.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException(
            $"No Campaigns.sln above {AppContext.BaseDirectory}: the tests read files of the source tree."
        );
    }
}
