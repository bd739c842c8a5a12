using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Api.GraphQL.Http;

/// <summary>
/// Begins a trace of our own for each request. What its headers say of a trace is a stranger's: it would decide which traces are kept, name
/// commands' correlation, and travel on with them. Between silos all goes on as it was.
/// </summary>
internal sealed class OwnTraces(DistributedContextPropagator inner) : DistributedContextPropagator
{
    public override IReadOnlyCollection<string> Fields => inner.Fields;

    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter) =>
        inner.Inject(activity, carrier, setter);

    public override void ExtractTraceIdAndState(
        object? carrier,
        PropagatorGetterCallback? getter,
        out string? traceId,
        out string? traceState
    )
    {
        if (carrier is IHeaderDictionary)
            (traceId, traceState) = (null, null);
        else
            inner.ExtractTraceIdAndState(carrier, getter, out traceId, out traceState);
    }

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) =>
        carrier is IHeaderDictionary ? null : inner.ExtractBaggage(carrier, getter);
}
