using System.Security.Cryptography;
using System.Text;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Tenants;
using Campaigns.Harness;
using Campaigns.Integrations.Vault;
using Campaigns.Keys;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Campaigns.Integrations.Tests.Vault;

public sealed class A_token_in_the_vault(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private const string Token = "rube_token_of_the_bakery";

    private readonly TenantId bakery = TenantId.Parse($"org_bakery{Interlocked.Increment(ref bakeries)}"); // its key is wrapped by the test's master key
    private static int bakeries;
    private static readonly TenantId Other = TenantId.Parse("org_other");

    private readonly TokenRef name = new(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()));

    [Fact]
    public async Task is_revealed_under_its_name_to_its_tenant_only()
    {
        await using var vault = Vault(1);
        await vault.Keep(bakery, name, Token, CancellationToken.None);

        Assert.Equal(Token, await vault.Reveal(bakery, name, CancellationToken.None));
        Assert.Null(await vault.Reveal(Other, name, CancellationToken.None));
        Assert.Null(await vault.Reveal(bakery, new TokenRef(Guid.Empty), CancellationToken.None));
    }

    [Fact]
    public async Task is_revealed_after_the_database_cut_every_connection()
    {
        await using var vault = Vault(1);
        await vault.Keep(bakery, name, Token, CancellationToken.None);
        await AsSuperuser(
            "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and usename = 'campaigns_silo'"
        );

        Assert.Equal(Token, await vault.Reveal(bakery, name, CancellationToken.None));
    }

    [Fact]
    public async Task is_not_to_be_had_while_the_database_is_away()
    {
        await using var nobody = NpgsqlDataSource.Create("Host=127.0.0.1;Port=9;Username=campaigns_silo;Timeout=2");
        var services = new ServiceCollection()
            .AddTenantKeys(_ => nobody, new(new byte[32]))
            .AddTokenVault(_ => nobody)
            .BuildServiceProvider();
        await using var _ = services;

        await Assert.ThrowsAsync<TokenVaultUnavailableException>(() =>
            services.GetRequiredService<ITokenVault>().Reveal(bakery, name, CancellationToken.None)
        );
    }

    [Fact]
    public async Task is_replaced_when_kept_again_under_the_same_name()
    {
        await using var vault = Vault(1);
        await vault.Keep(bakery, name, Token, CancellationToken.None);
        await vault.Keep(bakery, name, "a newer one, ñ", CancellationToken.None);

        Assert.Equal("a newer one, ñ", await vault.Reveal(bakery, name, CancellationToken.None));
    }

    [Fact]
    public async Task is_gone_when_forgotten_once_or_twice()
    {
        await using var vault = Vault(1);
        await vault.Keep(bakery, name, Token, CancellationToken.None);
        await vault.Forget(Other, name, CancellationToken.None);
        Assert.NotNull(await vault.Reveal(bakery, name, CancellationToken.None));

        await vault.Forget(bakery, name, CancellationToken.None);
        await vault.Forget(bakery, name, CancellationToken.None);

        Assert.Null(await vault.Reveal(bakery, name, CancellationToken.None));
    }

    [Fact]
    public async Task is_stored_so_that_the_database_cannot_read_it()
    {
        await using var vault = Vault(1);
        await vault.Keep(bakery, name, Token, CancellationToken.None);

        var stored = (byte[])(await AsSuperuser($"select ciphertext from vault.tokens where name = '{name}'"))!;

        Assert.Equal(-1, stored.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Token)));
        Assert.Equal(-1, stored.AsSpan().IndexOf("rube"u8));
    }

    [Fact]
    public async Task does_not_open_in_another_row()
    {
        await using var vault = Vault(1);
        await vault.Keep(bakery, name, Token, CancellationToken.None);

        await AsSuperuser($"update vault.tokens set tenant = 'org_other' where name = '{name}'");

        await Assert.ThrowsAsync<AuthenticationTagMismatchException>(() => vault.Reveal(Other, name, CancellationToken.None));
    }

    [Fact]
    public async Task does_not_open_when_it_was_changed()
    {
        await using var vault = Vault(1);
        await vault.Keep(bakery, name, Token, CancellationToken.None);

        await AsSuperuser(
            $"update vault.tokens set ciphertext = set_byte(ciphertext, 0, get_byte(ciphertext, 0) # 1) where name = '{name}'"
        );

        await Assert.ThrowsAsync<AuthenticationTagMismatchException>(() => vault.Reveal(bakery, name, CancellationToken.None));
    }

    [Fact]
    public async Task says_that_the_master_key_is_another_one()
    {
        await using (var vault = Vault(1))
            await vault.Keep(bakery, name, Token, CancellationToken.None);
        await using var changed = Vault(2);

        var failure = await Assert.ThrowsAsync<TokenVaultUnavailableException>(() => changed.Reveal(bakery, name, CancellationToken.None));

        Assert.Contains("CAMPAIGNS_MASTER_KEY", failure.InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void needs_a_key_of_full_length() => Assert.Throws<ArgumentException>(() => new MasterKeys(new byte[31]));

    [Fact]
    public async Task is_out_of_the_APIs_reach()
    {
        await using var api = NpgsqlDataSource.Create(database.ApiConnectionString);
        await using var command = api.CreateCommand("select count(*) from vault.tokens");

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteScalarAsync());

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task of_an_erased_tenant_is_none()
    {
        await using var vault = Vault(1);
        var gone = TenantId.Parse("org_gone");
        await vault.Keep(gone, name, Token, CancellationToken.None);

        await vault.Keys.Destroy(gone, CancellationToken.None);

        Assert.Null(await vault.Reveal(gone, name, CancellationToken.None));
        await Assert.ThrowsAsync<TenantErasedException>(() => vault.Keep(gone, name, Token, CancellationToken.None));
    }

    [Fact]
    public async Task that_the_master_key_itself_encrypted_is_brought_under_its_tenants()
    {
        await KeepAsOnce(master: 1);
        await using (var vault = Vault(1))
            Assert.Equal(Token, await vault.Reveal(bakery, name, CancellationToken.None));
        await using var changed = new OpenVault(database, 2, 1);
        Assert.Equal(Token, await changed.Reveal(bakery, name, CancellationToken.None));

        Assert.Equal(1, await changed.Resealing.Reseal(CancellationToken.None));
        Assert.Equal(0, await changed.Resealing.Reseal(CancellationToken.None));

        Assert.Equal(Token, await changed.Reveal(bakery, name, CancellationToken.None));
        Assert.Equal(36, await AsSuperuser($"select length(key_id) from vault.tokens where name = '{name}'"));
    }

    /// <summary>A row as it was written before tenants had keys.</summary>
    private async Task KeepAsOnce(byte master)
    {
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Key(master), 32, salt: [], info: "campaigns/vault/tokens/v1"u8.ToArray());
        var id = HKDF.DeriveKey(HashAlgorithmName.SHA256, Key(master), 8, salt: [], info: "campaigns/vault/tokens/v1/id"u8.ToArray());
        var (nonce, plain) = (RandomNumberGenerator.GetBytes(12), Encoding.UTF8.GetBytes(Token));
        var (cipher, tag) = (new byte[plain.Length], new byte[16]);
        using var aes = new AesGcm(key, 16);
        aes.Encrypt(nonce, plain, cipher, tag, Encoding.UTF8.GetBytes($"{bakery}\n{name}"));
        await AsSuperuser(
            $"insert into vault.tokens values ('{bakery}', '{name}', '{Convert.ToHexStringLower(id)}', "
                + $"'\\x{Convert.ToHexString(nonce)}', '\\x{Convert.ToHexString([.. cipher, .. tag])}', now())"
        );
    }

    private static byte[] Key(byte one) => [.. Enumerable.Repeat(one, 32)];

    private OpenVault Vault(byte key) => new(database, key);

    private async Task<object?> AsSuperuser(string statement)
    {
        await using var source = NpgsqlDataSource.Create(database.SuperuserConnectionString);
        await using var command = source.CreateCommand(statement);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>A vault as the silo opens it, with connections of its own.</summary>
    private sealed class OpenVault : ITokenVault, IAsyncDisposable
    {
        private readonly NpgsqlDataSource source;
        private readonly ServiceProvider provider;

        public OpenVault(MigratedDatabase database, byte key, params byte[] former)
        {
            source = NpgsqlDataSource.Create(database.SiloConnectionString);
            var masterKey = Key(key);
            provider = new ServiceCollection()
                .AddTenantKeys(_ => source, new(masterKey, [.. former.Select(one => Key(one))]))
                .AddTokenVault(_ => source)
                .BuildServiceProvider();
        }

        public ITenantKeys Keys => provider.GetRequiredService<ITenantKeys>();

        public ITokenResealing Resealing => provider.GetRequiredService<ITokenResealing>();

        private ITokenVault Vault => provider.GetRequiredService<ITokenVault>();

        public Task Keep(TenantId tenant, TokenRef name, string token, CancellationToken ct) => Vault.Keep(tenant, name, token, ct);

        public Task<string?> Reveal(TenantId tenant, TokenRef name, CancellationToken ct) => Vault.Reveal(tenant, name, ct);

        public Task Forget(TenantId tenant, TokenRef name, CancellationToken ct) => Vault.Forget(tenant, name, ct);

        public async ValueTask DisposeAsync()
        {
            await provider.DisposeAsync();
            await source.DisposeAsync();
        }
    }
}
