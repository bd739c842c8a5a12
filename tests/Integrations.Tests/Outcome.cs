using Campaigns.Domain;

namespace Campaigns.Integrations.Tests;

/// <summary>Says a reply in one line, such as <c>Busy Throttled 9/2207042</c>.</summary>
internal static class Outcome
{
    public static string Said<T>(this Reply<T> reply) =>
        reply switch
        {
            Reply<T>.Done => "Done",
            Reply<T>.Busy { Problem: var p } => $"Busy {p.Class} {p.Code}",
            Reply<T>.Rejected { Problem: var p } => $"Rejected {p.Class} {p.Code}",
            Reply<T>.Broken { Problem: var p } => $"Broken {p.Class} {p.Code}",
            Reply<T>.Unclear { Problem: var p } => $"Unclear {p.Class} {p.Code}",
            _ => "?",
        };

    public static T Value<T>(this Reply<T> reply)
    {
        Assert.True(reply is Reply<T>.Done, reply.ToString());
        return ((Reply<T>.Done)reply).Value;
    }
}
