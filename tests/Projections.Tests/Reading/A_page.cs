using Campaigns.Domain.Tenants;
using Campaigns.Projections.Campaigns;
using Campaigns.Projections.Engine;
using Campaigns.Projections.Reading;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Projections.Tests.Reading;

public sealed class A_page(ReadModelsDatabase database) : IClassFixture<ReadModelsDatabase>
{
    private static readonly RowTable<Guid, CampaignRow> Table = RowTable<Guid, CampaignRow>.Of("read.campaigns_a");
    private static int tenants;

    /// <summary>Few names and few times, so that ids must tell many rows apart.</summary>
    private static readonly Gen<(int Name, int Created, int Id)[]> Somethings = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int).Array[
        0,
        40
    ];

    private readonly CampaignReader reader = database.Services.GetRequiredService<CampaignReader>();

    [Fact]
    public Task follows_another_without_gap_or_repeat_in_any_order_and_direction() =>
        Gen.Select(Somethings, Gen.Enum<CampaignOrder>(), Gen.Enum<Direction>(), Gen.Int[1, 7], Gen.Bool)
            .SampleAsync(
                async (somethings, order, direction, size, backwards) =>
                {
                    var tenant = Fresh();
                    var rows = somethings.DistinctBy(one => one.Id).Select(one => Row(tenant, one)).ToList();
                    await Write(rows);

                    var walked = await Walk(tenant, order, direction, size, backwards);

                    Assert.Equal(Sorted(rows, order, direction).Select(row => row.Id), walked.Select(row => row.Id));
                },
                iter: 60,
                threads: 1
            );

    [Fact]
    public Task goes_on_where_it_ended_while_rows_come_and_go() =>
        Gen.Select(Somethings, Somethings, Gen.Enum<CampaignOrder>(), Gen.Enum<Direction>())
            .SampleAsync(
                async (before, meanwhile, order, direction) =>
                {
                    var tenant = Fresh();
                    var first = before.DistinctBy(one => one.Id).Select(one => Row(tenant, one)).ToList();
                    var late = meanwhile
                        .Select(one => Row(tenant, one))
                        .DistinctBy(row => row.Id)
                        .Where(row => first.TrueForAll(had => had.Id != row.Id));
                    await Write(first);

                    var half = await reader.Page(tenant, new(), order, direction, new(5));
                    await Write([.. late]);
                    if (half.Edges.Count > 0) // what the cursor stands on may be gone: it is a place, not a row
                        await database.Silo.Run(
                            "delete from read.campaigns where tenant = $1 and id = $2",
                            tenant.Value,
                            half.Edges[^1].Node.Id
                        );
                    var rest = await Walk(
                        tenant,
                        order,
                        direction,
                        5,
                        backwards: false,
                        half.Edges.Count > 0 ? half.Edges[^1].Cursor : null
                    );

                    var seen = half.Edges.Select(edge => edge.Node.Id).Concat(rest.Select(row => row.Id)).ToList();
                    Assert.Equal(seen.Distinct(), seen);
                    Assert.Empty(first.Select(row => row.Id).Except(seen));
                },
                iter: 40,
                threads: 1
            );

    [Theory]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("bm9wZQ")]
    [InlineData("WyJjcmVhdGVkX2F0IiwiOTAwMDAwMDAwMDAwMDAwMDAwMCIsIjAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAxIl0")]
    [InlineData("WyJjcmVhdGVkX2F0IiwiLTEiLCIwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMSJd")]
    [InlineData("bnVsbA")]
    [InlineData("WyJjcmVhdGVkX2F0IixudWxsLG51bGxd")]
    public Task is_refused_for_a_cursor_that_is_none(string cursor) =>
        Assert.ThrowsAsync<InvalidCursorException>(() =>
            reader.Page(Fresh(), new(), CampaignOrder.CreatedAt, Direction.Ascending, new(5, cursor))
        );

    [Fact]
    public async Task is_refused_for_a_cursor_of_another_order()
    {
        var tenant = Fresh();
        await Write([Row(tenant, (1, 1, 1)), Row(tenant, (2, 2, 2))]);
        var page = await reader.Page(tenant, new(), CampaignOrder.CreatedAt, Direction.Ascending, new(1));

        var after = new PageRequest(1, page.Edges[0].Cursor);
        await Assert.ThrowsAsync<InvalidCursorException>(() => reader.Page(tenant, new(), CampaignOrder.Name, Direction.Ascending, after));
        await Assert.ThrowsAsync<InvalidCursorException>(() =>
            reader.Page(tenant, new(), CampaignOrder.CreatedAt, Direction.Descending, after)
        );
    }

    [Fact]
    public async Task holds_what_the_filter_asks_for()
    {
        var tenant = Fresh();
        var bread = Row(tenant, (0, 0, 1)) with { Name = "Pão da Avó", Brief = "100% _fresh_", Brand = Given.Uuid(5) };
        var cake = Row(tenant, (1, 1, 2)) with { Name = "Cake", Brief = "sweet", Writing = WritingState.Failed };
        await Write([bread, cake]);

        Assert.Equal([bread.Id], await Found(new(Search: "PÃO")));
        Assert.Equal([bread.Id], await Found(new(Search: "% _f")));
        Assert.Equal([cake.Id], await Found(new(Writing: [WritingState.Failed, WritingState.Requested])));
        Assert.Equal([bread.Id], await Found(new(Brand: Given.Uuid(5))));
        Assert.Equal([bread.Id], await Found(new(CreatedTo: cake.CreatedAt)));
        Assert.Equal([cake.Id], await Found(new(CreatedFrom: cake.CreatedAt)));
        Assert.Empty(await Found(new(Search: "sweet", Brand: Given.Uuid(5))));
        Assert.Empty(await Found(new(Writing: [])));
        Assert.Empty(await Found(new(Search: "sweet\0")));
        Assert.Empty(await Found(new(Search: "\0")));
        Assert.Empty(await Found(new(Search: "sweet\ud800")));

        async Task<IEnumerable<Guid>> Found(CampaignFilter filter) =>
            (await reader.Page(tenant, filter, CampaignOrder.CreatedAt, Direction.Ascending, new(10))).Edges.Select(edge => edge.Node.Id);
    }

    private async Task<List<CampaignRow>> Walk(
        TenantId tenant,
        CampaignOrder order,
        Direction direction,
        int size,
        bool backwards,
        string? cursor = null
    )
    {
        var walked = new List<CampaignRow>();
        while (true)
        {
            var request = backwards ? new PageRequest(size, Before: cursor, Backwards: true) : new(size, After: cursor);
            var page = await reader.Page(tenant, new(), order, direction, request);
            Assert.True(page.Edges.Count <= size);
            Assert.Equal(cursor is not null, backwards ? page.HasNext : page.HasPrevious);
            walked.InsertRange(backwards ? 0 : walked.Count, page.Edges.Select(edge => edge.Node));
            if (!(backwards ? page.HasPrevious : page.HasNext))
                return walked;
            cursor = backwards ? page.Edges[0].Cursor : page.Edges[^1].Cursor;
        }
    }

    private static IEnumerable<CampaignRow> Sorted(List<CampaignRow> rows, CampaignOrder order, Direction direction)
    {
        var ascending = order switch
        {
            CampaignOrder.Name => rows.OrderBy(row => row.Name.ToLowerInvariant(), StringComparer.Ordinal),
            CampaignOrder.UpdatedAt => rows.OrderBy(row => row.UpdatedAt),
            _ => rows.OrderBy(row => row.CreatedAt),
        };
        var all = ascending.ThenBy(row => row.Id.ToString(), StringComparer.Ordinal);
        return direction is Direction.Ascending ? all : all.Reverse();
    }

    private async Task Write(List<CampaignRow> rows)
    {
        if (rows.Count == 0)
            return;
        await using var batch = database.Silo.CreateBatch();
        batch.BatchCommands.Add(Table.Writing(rows));
        await batch.ExecuteNonQueryAsync();
    }

    private static TenantId Fresh() => TenantId.Parse($"org_page{Interlocked.Increment(ref tenants)}");

    private static CampaignRow Row(TenantId tenant, (int Name, int Created, int Id) of) =>
        new(
            tenant.Value,
            Given.Uuid(of.Id),
            of.Name % 2 == 0 ? $"Name {of.Name}" : $"nAME {of.Name}",
            "brief",
            Brand: null,
            WritingState.None,
            WritingGeneration: null,
            WritingProblem: null,
            Language: null,
            WritingMissing: null,
            SuggestedBrief: null,
            BriefGeneration: null,
            BriefProblem: null,
            LateWithin: null,
            LateThen: null,
            CreatedAt: Given.Nine.AddTicks(of.Created * 10),
            CreatedBy: "user_ana",
            UpdatedAt: Given.Nine.AddMinutes(-of.Created),
            UpdatedBy: "user_ana",
            Version: 1,
            LastPosition: "1"
        );
}
