using Campaigns.Harness;
using Campaigns.Integrations.Models;

namespace Campaigns.Integrations.Tests.Models;

public sealed class Every_failure
{
    public static TheoryData<string> Names => [.. Enum.GetNames<Failure>()];

    [Theory, MemberData(nameof(Names))]
    public void means_what_the_documentation_says(string name)
    {
        var failure = Enum.Parse<Failure>(name);
        var (once, begin, look) = (Of(failure, Asking.Once), Of(failure, Asking.ToBegin), Of(failure, Asking.ToLook));

        var line = $"| {name} | {once.Replace(" ", " | ", StringComparison.Ordinal)} | {Same(begin, once)} | {Same(look, once)} |";

        Assert.Contains(line, File.ReadAllLines(Checkout.PathOf("docs/models.md")));
    }

    [Theory, MemberData(nameof(Names))]
    public void of_a_job_that_ended_leaves_nothing_open(string name) =>
        Assert.Matches("^(Broken|Rejected) ", Of(Enum.Parse<Failure>(name), Asking.Ended));

    private static string Same(string reply, string once) => reply == once ? "the same" : reply;

    private static string Of(Failure failure, Asking asking)
    {
        var said = new Failed(failure, "code").To<string>("Vendor", asking).Said();
        return said[..said.LastIndexOf(' ')];
    }
}
