using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.Projections.Accounts;
using Campaigns.Projections.Brands;
using Campaigns.Projections.Campaigns;
using Campaigns.Projections.Generations;
using Campaigns.Projections.History;
using Campaigns.Projections.Publications;
using Campaigns.Projections.Reading;
using Campaigns.Projections.Tenants;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Campaigns.Projections.Tests.Reading;

public sealed class Another_tenants_rows(FilledDatabase filled) : IClassFixture<FilledDatabase>
{
    private static readonly TenantId Stranger = TenantId.Parse("org_stranger");

    public static TheoryData<string> Tables =>
        [
            "tenants",
            "brands",
            "accounts",
            "campaigns",
            "items",
            "publications",
            "calendar",
            "generations",
            "history",
            "campaigns_a", // the table behind the name, too
        ];

    [Theory, MemberData(nameof(Tables))]
    public async Task are_there_for_their_tenant_alone(string table)
    {
        Assert.True(await Count(table, Given.Club.Value) > 0);
        Assert.Equal(0, await Count(table, Stranger.Value));
        Assert.Equal(0, await Count(table, ""));
        Assert.Equal(0L, await filled.Database.Api.Ask($"select count(*) from read.{table}")); // nobody asked
    }

    [Theory]
    [InlineData("due")]
    [InlineData("due_a")]
    [InlineData("due_b")]
    public async Task that_only_the_sweep_needs_are_closed_to_the_api(string table)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => filled.Database.Api.Ask($"select count(*) from read.{table}"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task that_were_parked_are_told_without_saying_whose()
    {
        await filled.Database.Superuser.Run(
            """
            insert into read.parked (projection, position, stream, tenant, event, reason, parked_at)
            values ('none.v1', 1, 'campaign-org_club/1', 'org_club', 'campaign.created.v1', 'It broke.', now())
            """
        );
        Assert.Equal(0L, await filled.Database.Api.Ask("select count(*) from read.parked")); // nobody says to be an operator
        var refused = await Assert.ThrowsAsync<PostgresException>(() => filled.Database.Api.Ask("select tenant from read.parked"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task cannot_be_written_by_the_api()
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => filled.Database.Api.Run("update read.campaigns set name = ''"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task are_not_found_by_any_reader()
    {
        var request = new PageRequest(10);
        Assert.Null(await Get<CampaignReader>().Find(Stranger, Given.Campaign()));
        Assert.Null(await Get<ItemReader>().Find(Stranger, Given.Item()));
        Assert.Null(await Get<PublicationReader>().Find(Stranger, Given.Publication()));
        Assert.Null(await Get<AccountReader>().Find(Stranger, Given.Account()));
        Assert.Null(await Get<BrandReader>().Find(Stranger, Given.Brand()));
        Assert.Null(await Get<GenerationReader>().Find(Stranger, Given.Generation()));
        Assert.Empty((await Get<HistoryReader>().Page(Stranger, new(), Direction.Ascending, request)).Edges);
        Assert.Empty((await Get<CalendarReader>().Page(Stranger, new(), PublicationOrder.DueAt, Direction.Ascending, request)).Edges);
        Assert.Equal(0, (await Get<CampaignReader>().Counts(Stranger, [Given.Campaign().Uuid]))[Given.Campaign().Uuid].Items);
        Assert.Equal(
            new("Etc/UTC", ApprovalPolicy.Internal, null, LatePolicy.Default, null, null, false, AiLimits.None, null),
            await Get<TenantReader>().Settings(Stranger)
        );
    }

    [Fact]
    public async Task are_found_by_every_reader_of_their_own_tenant()
    {
        var request = new PageRequest(10);
        Assert.NotNull(await Get<CampaignReader>().Find(Given.Club, Given.Campaign()));
        Assert.NotNull(await Get<ItemReader>().Find(Given.Club, Given.Item()));
        Assert.NotNull(await Get<PublicationReader>().Find(Given.Club, Given.Publication()));
        Assert.NotNull(await Get<AccountReader>().Find(Given.Club, Given.Account()));
        Assert.NotNull(await Get<BrandReader>().Find(Given.Club, Given.Brand()));
        Assert.NotNull(await Get<GenerationReader>().Find(Given.Club, Given.Generation()));
        Assert.NotEmpty((await Get<HistoryReader>().Page(Given.Club, new(), Direction.Ascending, request)).Edges);
        Assert.NotEmpty((await Get<CalendarReader>().Page(Given.Club, new(), PublicationOrder.DueAt, Direction.Ascending, request)).Edges);
        Assert.Equal("Europe/Lisbon", (await Get<TenantReader>().Settings(Given.Club)).Zone);
    }

    private T Get<T>()
        where T : notnull => filled.Database.Services.GetRequiredService<T>();

    private async Task<long> Count(string table, string tenant)
    {
        await using var batch = filled.Database.Api.CreateBatch();
        batch.BatchCommands.Add(new("select set_config('app.tenant', $1, true)") { Parameters = { new() { Value = tenant } } });
        batch.BatchCommands.Add(new($"select count(*) from read.{table}"));
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        await reader.ReadAsync();
        return reader.GetInt64(0);
    }
}
