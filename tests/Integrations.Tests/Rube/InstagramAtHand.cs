using System.Globalization;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.Integrations.Rube;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Integrations.Tests.Rube;

/// <summary>The adapter, turned on a stand-in, with one account whose token is in the vault.</summary>
internal sealed class InstagramAtHand : IAsyncDisposable
{
    public const string Token = "rube_bakery";

    public static readonly InstagramAccount Bakery = new(
        TenantId.Parse("org_bakery"),
        new AccountId(Uuid(1)),
        "17841400000000001",
        new TokenRef(Uuid(2))
    );

    public static readonly PostContent Loaf = new(
        new CampaignId(Uuid(3)),
        new ItemId(Uuid(4)),
        Platform.Instagram,
        "Pão fresco.\n\n#pão",
        new MediaAsset("org_bakery/loaf.jpg", new Uri("https://media.example/loaf.jpg"), "image/jpeg", "00", 1, 1080, 1350),
        "hash"
    );

    private readonly ServiceProvider provider;

    public InstagramAtHand(
        Uri url,
        Func<RubeOptions, RubeOptions>? change = null,
        Logs? logs = null,
        ITokenVault? vault = null,
        TimeProvider? clock = null
    )
    {
        var options = new RubeOptions(new Uri(url, "mcp"));
        var services = new ServiceCollection();
        logs?.AddTo(services);
        provider = services
            .AddSingleton(vault ?? new OneToken())
            .AddSingleton(clock ?? TimeProvider.System)
            .AddRubeInstagram(change?.Invoke(options) ?? options)
            .BuildServiceProvider();
    }

    public IInstagram Instagram => provider.GetRequiredService<IInstagram>();

    public ValueTask DisposeAsync() => provider.DisposeAsync();

    private static Guid Uuid(int n) => Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"01890000-0000-7000-8000-{n:d12}"));

    /// <summary>A vault that is away.</summary>
    public sealed class NoVault : ITokenVault
    {
        public Task Keep(TenantId tenant, TokenRef name, string token, CancellationToken ct) => Task.FromException(Away);

        public Task<string?> Reveal(TenantId tenant, TokenRef name, CancellationToken ct) => Task.FromException<string?>(Away);

        public Task Forget(TenantId tenant, TokenRef name, CancellationToken ct) => Task.FromException(Away);

        private static TokenVaultUnavailableException Away => new("away", new TimeoutException());
    }

    private sealed class OneToken : ITokenVault
    {
        public Task Keep(TenantId tenant, TokenRef name, string token, CancellationToken ct) => throw new NotSupportedException();

        public Task<string?> Reveal(TenantId tenant, TokenRef name, CancellationToken ct) =>
            Task.FromResult(tenant == Bakery.Tenant && name == Bakery.Token ? Token : null);

        public Task Forget(TenantId tenant, TokenRef name, CancellationToken ct) => throw new NotSupportedException();
    }
}
