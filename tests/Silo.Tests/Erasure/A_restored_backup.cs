using Campaigns.Domain;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using Campaigns.EventStore.Postgres;
using Campaigns.Keys;
using Campaigns.Silo.Erasures;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Campaigns.Silo.Tests.Erasure;

public sealed class A_restored_backup(KeptTenants kept) : IClassFixture<KeptTenants>
{
    private static readonly TenantId Gone = TenantId.Parse("org_gone");
    private static readonly DateTimeOffset Nine = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The certificate was written after the backup, so that the restored log knows nothing of it: the file does.</summary>
    private static readonly string File = Certificates.Line(
        new(Gone, ActorId.Parse("user_admin"), Nine, Nine.AddDays(7), [Guid.Empty], [new("media", 1)])
    );

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task has_nothing_left_of_who_was_erased_since_and_has_the_certificate()
    {
        await kept.Fill(Gone, "quetzal");
        await kept.Fill(TenantId.Parse("org_stays"), "marmot");
        var (restored, certificates) = (Tool<RestoredErasures>(), Tool<Certificates>());

        var named = Assert.Single(Certificates.InFile([File, ""]));
        Assert.True(await restored.Reapply(named, Ct));
        Assert.True(await restored.Reapply(named, Ct)); // twice is once

        Assert.DoesNotContain(kept.Database.Dump(), line => line.Contains("quetzal", StringComparison.Ordinal));
        Assert.Contains(kept.Database.Dump(), line => line.Contains("brief marmot", StringComparison.Ordinal));
        var certificate = Assert.Single(await certificates.InLog(Ct).ToListAsync(Ct));
        Assert.Equal((Gone, "user_admin", Nine), (certificate.Tenant, certificate.AskedBy.Value, certificate.AskedAt));
        Assert.Equal(2, certificate.Keys.Count); // the one it had then, and the one that was restored
        Assert.Empty(await certificates.Begun(Ct));
        await Assert.ThrowsAsync<TenantErasedException>(() => kept.Services.GetRequiredService<ITenantKeys>().Rotate(Gone, Ct));
    }

    [Fact]
    public async Task with_plain_events_of_who_was_erased_is_left_alone_until_they_are_encrypted()
    {
        await using var source = NpgsqlDataSource.Create(kept.Database.SiloConnectionString);
        await using var plain = new ServiceCollection().AddPostgresEventStore(_ => source).BuildServiceProvider();
        var old = TenantId.Parse("org_old");
        var happened = new NewEvent(Guid.CreateVersion7(Nine), new TenantEvent.Held("old"), new(ActorId.Parse("user_old"), Nine));
        await plain.GetRequiredService<IEventStore>().Append(StreamName.Of("tenant", old), 0, [happened], Ct);

        Assert.False(await Tool<RestoredErasures>().Reapply(new(old, ActorId.Parse("user_old"), Nine, Nine, [], []), Ct));

        Assert.Equal(0L, await kept.Run("select count(*) from vault.data_keys where tenant = 'org_old' and destroyed_at is not null"));
    }

    [Fact]
    public void with_a_file_that_is_none_says_which_line() =>
        Assert.Contains("Line 2", Assert.Throws<FormatException>(() => Certificates.InFile([File, "x"])).Message, StringComparison.Ordinal);

    private T Tool<T>() => ActivatorUtilities.CreateInstance<T>(kept.Services);
}
