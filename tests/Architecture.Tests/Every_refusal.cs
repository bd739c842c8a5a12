using System.Text.RegularExpressions;

namespace Campaigns.Architecture.Tests;

/// <summary>The codes that callers may switch on.</summary>
public sealed partial class Every_refusal
{
    private static readonly ILookup<string, string> Codes = SourceTree
        .Files("*.cs")
        .Where(file => file.StartsWith("src/Domain/", StringComparison.Ordinal))
        .SelectMany(file =>
            Code().Matches(File.ReadAllText(Checkout.PathOf(file))).Select(match => (Code: match.Groups[1].Value, File: file))
        )
        .ToLookup(found => found.Code, found => found.File);

    [Fact]
    public void has_a_code_of_its_own()
    {
        Assert.True(Codes.Count > 30, $"only {Codes.Count} codes were found");
        Assert.All(Codes, code => Assert.True(code.Count() == 1, $"{code.Key} is spelled in {string.Join(" and ", code)}"));
    }

    [Fact]
    public void is_reached_by_a_test()
    {
        var tests = string.Concat(
            SourceTree
                .Files("*.cs")
                .Where(file => file.StartsWith("tests/", StringComparison.Ordinal))
                .Select(file => File.ReadAllText(Checkout.PathOf(file)))
        );

        Assert.All(Codes, code => Assert.True(tests.Contains($"\"{code.Key}\""), $"{code.Key} is in no test"));
    }

    // new("campaign.not_found", …), over one line or two
    [GeneratedRegex("""new(?: Refusal)?\(\s*"([a-z]+\.[a-z_]+)",""")]
    private static partial Regex Code();
}
