using System.Diagnostics;
using Campaigns.Domain;

namespace Campaigns.Integrations.Http;

/// <summary>A "no" to one question is the same "no" to the question it was part of.</summary>
internal static class PassedOn
{
    /// <summary>The reply, which is not <c>Done</c>, as one about another thing.</summary>
    public static Reply<TOther> PassOn<T, TOther>(this Reply<T> no) =>
        no.Map<TOther>(_ => throw new UnreachableException("Only a no is passed on."));
}
