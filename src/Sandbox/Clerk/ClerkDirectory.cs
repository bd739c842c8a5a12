namespace Campaigns.Sandbox.Clerk;

/// <summary>Who exists: the demo's user and organization, and everyone a token was issued for.</summary>
internal sealed class ClerkDirectory
{
    private readonly Lock gate = new();
    private readonly List<ClerkMembership> known = [];
    private readonly JsonLines file;
    private readonly TimeProvider clock;

    public ClerkDirectory(SandboxSettings settings)
    {
        clock = settings.Clock;
        file = JsonLines.In(settings, "clerk.jsonl");
        known.AddRange(file.Read<ClerkMembership>());
        Add("user_sandbox", "org_sandbox", "admin");
    }

    public void Add(string user, string? org, string role)
    {
        lock (gate)
        {
            if (known.Exists(one => one.User == user && one.Org == org && one.Role == role))
                return;
            known.RemoveAll(one => one.User == user && one.Org == org); // a membership has one role, the latest
            var membership = new ClerkMembership(user, org, role, clock.GetUtcNow());
            file.Append(membership);
            known.Add(membership);
        }
    }

    public IReadOnlyList<ClerkMembership> Memberships()
    {
        lock (gate)
            return [.. known.Where(one => one.Org is not null).GroupBy(one => (one.User, one.Org)).Select(role => role.Last())];
    }

    /// <summary>Every user and since when, in order of appearance.</summary>
    public IReadOnlyList<(string Id, DateTimeOffset Since)> Users()
    {
        lock (gate)
            return [.. known.GroupBy(one => one.User).Select(user => (user.Key, user.Min(one => one.At)))];
    }

    public IReadOnlyList<(string Id, DateTimeOffset Since)> Organizations() =>
        [.. Memberships().GroupBy(one => one.Org!).Select(org => (org.Key, org.Min(one => one.At)))];

    public static string SlugOf(string org) => org[(org.IndexOf('_') + 1)..].ToLowerInvariant().Replace('_', '-');
}
