namespace Campaigns.Sandbox.Faults;

/// <summary>The faults still to strike, first set first.</summary>
internal sealed class FaultBook
{
    private readonly Lock gate = new();
    private readonly List<Fault> pending = [];

    public void Add(Fault fault)
    {
        lock (gate)
            pending.Add(fault);
    }

    public IReadOnlyList<Fault> Pending()
    {
        lock (gate)
            return [.. pending];
    }

    public void Clear()
    {
        lock (gate)
            pending.Clear();
    }

    /// <summary>Takes the first fault of these kinds that matches, and uses up one of its times.</summary>
    public Fault? Take(Call call, params ReadOnlySpan<string> kinds)
    {
        lock (gate)
        {
            for (var i = 0; i < pending.Count; i++)
            {
                var fault = pending[i];
                if (!kinds.Contains(fault.Kind) || !call.Matches(fault))
                    continue;
                if (fault.Times > 1)
                    pending[i] = fault with { Times = fault.Times - 1 };
                else if (fault.Times == 1)
                    pending.RemoveAt(i);
                return fault;
            }
            return null;
        }
    }
}
