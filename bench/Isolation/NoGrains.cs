using System.Diagnostics;
using System.Reflection;

namespace Campaigns.Bench.Isolation;

/// <summary>What a request would tell grains of is told beside it, and not here.</summary>
public class NoGrains : DispatchProxy
{
    /// <inheritdoc />
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        throw new UnreachableException("No grain is asked here.");
}
