namespace Campaigns.Silo.Configuration;

/// <summary>What this process does.</summary>
[Flags]
internal enum ProcessRoles
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Grains, projections and the sweep.</summary>
    Silo = 1,

    /// <summary>GraphQL and media over HTTP.</summary>
    Api = 2,

    /// <summary>Everything, in one process.</summary>
    Both = Silo | Api,
}
