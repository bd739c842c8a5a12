using Campaigns.Database;
using Campaigns.Silo.Hosting;
using Npgsql;

namespace Campaigns.Silo.Tests;

public sealed class A_pool_of_connections
{
    private const string Direct = "postgres://campaigns_silo:x@localhost/campaigns";
    private const string Pooled = "postgres://campaigns_silo:x@ep-a-pooler.eu-central-1.aws.neon.tech/campaigns";

    [Theory]
    [InlineData(DataSources.Orleans)]
    [InlineData(DataSources.Vault)]
    [InlineData(DataSources.Api)]
    public void that_somebody_waits_for_hangs_no_longer_than_seconds_with_the_database(string purpose)
    {
        var settings = Open(purpose, Direct);
        Assert.InRange(settings.Timeout, 1, 3);
        Assert.InRange(settings.CommandTimeout, 1, 5);
        Assert.InRange(settings.CancellationTimeout, 1, 500);
    }

    [Fact]
    public void for_the_log_has_the_database_give_up_by_itself_unless_a_pooler_would_refuse_the_setting()
    {
        Assert.Contains("statement_timeout", Open(DataSources.Log, Direct).Options!, StringComparison.Ordinal);
        Assert.Null(Open(DataSources.Log, Pooled).Options);
    }

    private static NpgsqlConnectionStringBuilder Open(string purpose, string address)
    {
        using var source = DataSources.Open(PostgresUrl.Read("DATABASE_URL", address), purpose, most: 1);
        return new(source.ConnectionString);
    }
}
