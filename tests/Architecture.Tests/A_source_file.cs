using System.Text.RegularExpressions;

namespace Campaigns.Architecture.Tests;

public sealed partial class A_source_file
{
    private static readonly IReadOnlyList<string> Files = SourceTree.Files("*.cs");

    [Fact]
    public void is_there_to_be_looked_at() => Assert.True(Files.Count > 100, $"only {Files.Count} files were found below {Checkout.Root}");

    [Fact]
    public void has_one_subject() =>
        Assert.All(
            Files,
            file =>
            {
                var lines = File.ReadLines(Checkout.PathOf(file)).Count();
                Assert.True(lines <= 300, $"{file} has {lines} lines: what is its second subject?");
            }
        );

    [Theory]
    [InlineData(@"#pragma\s+warning|SuppressMessage", "A rule is switched off in .editorconfig, with its reason.")]
    [InlineData(@"\bTODO\b|\bFIXME\b|\bXXX\b", "What is not done is an issue, not a comment.")]
    [InlineData(@"catch\s*(\(\s*(System\.)?Exception\s*\))?\s*\{\s*\}", "Whatever is caught is dealt with.")]
    [InlineData(@"async void", "Nobody can wait for it, and its exception ends the process.")]
    [InlineData(@"\.GetAwaiter\(\)\.GetResult\(\)", "It blocks a thread of the pool, and makes every reminder late.")]
    public void does_without(string pattern, string why)
    {
        var found = Files.Where(file => !IsThisList(file) && Regex.IsMatch(Code(file), pattern)).ToList();

        Assert.True(found.Count == 0, $"{pattern} in {string.Join(", ", found)}. {why}");
    }

    private static bool IsThisList(string file) => file.EndsWith("/A_source_file.cs", StringComparison.Ordinal);

    // Words in quotes are data, not code.
    private static string Code(string file) => Quoted().Replace(File.ReadAllText(Checkout.PathOf(file)), "\"\"");

    [GeneratedRegex(
        """
            "[^"\r\n]*"
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Quoted();
}
