using Npgsql;

namespace Campaigns.Database.Tests;

public sealed class A_database_address
{
    [Theory]
    [InlineData("postgresql://app:s3cret@db.example.com/campaigns", "db.example.com", 5432, "app", "s3cret", "campaigns")]
    [InlineData("postgres://app:p%40ss%3A%2F%25@db.example.com:6432/my%20db", "db.example.com", 6432, "app", "p@ss:/%", "my db")]
    [InlineData("postgresql://app@[::1]:5433/campaigns", "::1", 5433, "app", null, "campaigns")]
    [InlineData("postgresql:///campaigns?host=/var/run/postgresql&user=app", "/var/run/postgresql", 5432, "app", null, "campaigns")]
    [InlineData(
        "Host=db.example.com;Port=6432;Username=app;Password=s3cret;Database=campaigns",
        "db.example.com",
        6432,
        "app",
        "s3cret",
        "campaigns"
    )]
    public void is_read_part_by_part(string value, string host, int port, string user, string? password, string database)
    {
        var read = Settings(value);

        Assert.Equal(host, read.Host);
        Assert.Equal(port, read.Port);
        Assert.Equal(user, read.Username);
        Assert.Equal(password, read.Password);
        Assert.Equal(database, read.Database);
        Assert.Equal(GssEncryptionMode.Disable, read.GssEncryptionMode);
    }

    [Theory]
    [InlineData("?sslmode=require", SslMode.Require)]
    [InlineData("?sslmode=verify-full", SslMode.VerifyFull)]
    [InlineData("?sslmode=disable", SslMode.Disable)]
    [InlineData("", SslMode.Prefer)]
    public void says_how_much_encryption_it_wants(string query, SslMode expected) =>
        Assert.Equal(expected, Settings($"postgresql://app:x@db.example.com/campaigns{query}").SslMode);

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    public void on_this_machine_needs_no_encryption(string host) =>
        Assert.Equal(SslMode.Disable, Settings($"postgresql://app:x@{host}/campaigns").SslMode);

    [Fact]
    public void takes_what_Neon_prints()
    {
        var url = PostgresUrl.Read(
            "DATABASE_URL",
            "postgresql://neondb_owner:npg_x@ep-cool-rain-123-pooler.eu-central-1.aws.neon.tech/neondb"
                + "?sslmode=require&channel_binding=require&options=endpoint%3Dep-cool-rain-123&connect_timeout=20&pgbouncer=true"
        );
        var read = new NpgsqlConnectionStringBuilder(url.ConnectionString);

        Assert.Equal(SslMode.Require, read.SslMode);
        Assert.Equal(ChannelBinding.Require, read.ChannelBinding);
        Assert.Equal("endpoint=ep-cool-rain-123", read.Options);
        Assert.Equal(20, read.Timeout);
        Assert.True(url.IsPooled);
        Assert.True(read.NoResetOnClose);
        Assert.Empty(url.Ignored);
    }

    [Fact]
    public void may_say_that_a_pooler_is_there()
    {
        var url = PostgresUrl.Read("DATABASE_URL_API", "postgresql://app:x@db.internal:6432/campaigns?pgbouncer=true");

        Assert.True(url.IsPooled);
        Assert.True(new NpgsqlConnectionStringBuilder(url.ConnectionString).NoResetOnClose);
        Assert.False(PostgresUrl.Read("DATABASE_URL_API", "postgresql://app:x@db.internal:6432/campaigns").IsPooled);
    }

    [Fact]
    public void without_a_pooler_resets_its_connections() =>
        Assert.False(Settings("postgresql://app:x@ep-cool-rain-123.eu-central-1.aws.neon.tech/neondb").NoResetOnClose);

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("mysql://app:hidden@db/campaigns")]
    [InlineData("postgresql://app:hid/den@db:x/campaigns")]
    [InlineData("postgresql://app:hidden@db/campaigns?sslmode=sometimes")]
    [InlineData("postgresql://app:hidden@db/campaigns?connect_timeout=soon")]
    [InlineData("Host=db;Pass word=hidden")]
    [InlineData("hidden")]
    [InlineData("Username=app;Password=hidden")]
    public void that_is_wrong_is_refused_by_its_variable_without_its_secret(string? value)
    {
        var refused = Assert.Throws<DatabaseConfigurationException>(() => PostgresUrl.Read("DATABASE_URL_SILO", value));

        Assert.StartsWith("DATABASE_URL_SILO", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hid", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void shows_itself_without_its_secret() =>
        Assert.Equal("app@db/campaigns", PostgresUrl.Read("DATABASE_URL", "postgresql://app:hidden@db/campaigns").ToString());

    private static NpgsqlConnectionStringBuilder Settings(string value) => new(PostgresUrl.Read("DATABASE_URL", value).ConnectionString);
}
