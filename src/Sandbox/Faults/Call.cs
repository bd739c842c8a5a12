namespace Campaigns.Sandbox.Faults;

/// <summary>A call as faults see it: all the names it goes by, and every name of the account it is for.</summary>
internal sealed record Call(string Provider, IReadOnlyList<string> Names, IReadOnlyList<string> Accounts)
{
    public Call(string provider, params string[] names)
        : this(provider, names, []) { }

    public bool Matches(Fault fault) =>
        fault.Provider == Provider
        && (fault.Operation is null || Names.Contains(fault.Operation))
        && (fault.Account is null || Accounts.Contains(fault.Account));
}
