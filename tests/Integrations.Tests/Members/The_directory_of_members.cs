using Campaigns.Domain;
using Campaigns.Domain.Members;
using Campaigns.Domain.Tenants;
using Campaigns.Harness;
using Campaigns.Integrations.Erasure;
using Campaigns.Integrations.Members;
using Npgsql;

namespace Campaigns.Integrations.Tests.Members;

public sealed class The_directory_of_members(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncDisposable
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(database.SiloConnectionString);
    private readonly string unique = $"{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";

    private PostgresMembers Directory => new(source);

    private TenantId Club => TenantId.Parse($"org_{unique}");

    private TenantId Shop => TenantId.Parse($"org_shop_{unique}");

    private ActorId Ada => ActorId.Parse($"user_{unique}");

    public ValueTask DisposeAsync() => source.DisposeAsync();

    [Fact]
    public async Task takes_a_message_once()
    {
        Assert.True(await Directory.Take(Named("m1", "Ada", Nine), Nine, default));
        Assert.False(await Directory.Take(Named("m1", "Eve", Nine.AddHours(1)), Nine, default));

        Assert.Equal("Ada", await Column("name", Ada.Value));
    }

    [Fact]
    public async Task says_the_same_whatever_the_order_that_messages_come_in()
    {
        var messages = new[]
        {
            Member("join", "member", "Ada L", Nine),
            Named("named", "Ada", Nine.AddMinutes(1)),
            Member("promoted", "admin", "Ada L", Nine.AddMinutes(2)),
            Named("married", "Ada King", Nine.AddMinutes(3)),
        };
        foreach (var order in Orders(messages.Length))
        {
            await Forget();
            foreach (var place in order)
                await Take(messages[place]);

            Assert.Equal(("admin", "Ada King"), (await Column("role"), await Column("name")));
        }
    }

    [Fact]
    public async Task listens_to_no_news_of_a_tenant_that_was_erased_and_to_all_of_others()
    {
        var own = TenantId.Parse(Ada.Value); // her own workspace
        foreach (var erased in new[] { Shop, own })
            await new PostgresTenantRemains(source).Remove(erased, default);

        await Take(Member("shop", "member", "Ada", Nine, tenant: Shop));
        await Take(Member("join", "member", "Ada", Nine));
        await Take(new DirectoryMessage($"org{unique}") { Organization = new(Shop, "The Shop", Nine) });
        await Take(Named("named", "Ada King", Nine.AddMinutes(1)));
        await Directory.Saw(Shop, Ada, "member", Nine, default);
        await Directory.Saw(own, Ada, "personal", Nine, default);

        Assert.Equal("Ada King", await Column("name"));
        Assert.Null(await Column("person", Shop.Value));
        Assert.Null(await Column("person", own.Value));
        Assert.Equal("0", await Ask("select count(*)::text from members.organizations where tenant = $1", Shop.Value));
    }

    [Fact]
    public async Task keeps_no_name_of_who_left_whatever_comes_late()
    {
        await Take(Member("join", "member", "Ada", Nine));
        await Take(Member("leave", "member", "Ada", Nine.AddMinutes(2), isOver: true));
        await Take(Member("late", "admin", "Ada", Nine.AddMinutes(1)));
        await Take(Named("named", "Ada King", Nine.AddMinutes(3)));

        Assert.Equal((null, null), (await Column("role"), await Column("name")));
        Assert.NotNull(await Column("left_at::text"));

        await Take(Member("again", "member", "Ada King", Nine.AddMinutes(5)));
        Assert.Equal(("member", "Ada King", null), (await Column("role"), await Column("name"), await Column("left_at::text")));
    }

    [Fact]
    public async Task forgets_who_is_gone_and_passes_over_late_news_of_them()
    {
        await Take(Member("join", "member", "Ada", Nine));
        await Take(Named("named", "Ada", Nine));
        await Take(new DirectoryMessage($"gone{unique}") { Gone = new(TenantId.Parse(Ada.Value), Nine.AddMinutes(1)) });
        await Take(Named("late", "Ada", Nine.AddMinutes(2)));
        await Take(Member("later", "admin", "Ada", Nine.AddMinutes(2)));
        await Directory.Saw(Club, Ada, "admin", Nine.AddHours(1), default);

        Assert.Equal("0", await Ask("select count(*)::text from members.members where person = $1", Ada.Value));
    }

    [Fact]
    public async Task forgets_the_members_of_an_organisation_that_is_gone()
    {
        await Take(Member("join", "member", "Ada", Nine));
        await Take(new DirectoryMessage($"org{unique}") { Organization = new(Club, "The Club", Nine) });
        await Take(new DirectoryMessage($"gone{unique}") { Gone = new(Club, Nine.AddMinutes(1)) });
        await Take(new DirectoryMessage($"late{unique}") { Organization = new(Club, "The Club", Nine.AddMinutes(2)) });

        Assert.Null(await Column("person"));
        Assert.Equal("0", await Ask("select count(*)::text from members.organizations where tenant = $1", Club.Value));
    }

    [Fact]
    public async Task knows_without_any_message_whom_a_token_showed()
    {
        await Directory.Saw(Club, Ada, "member", Nine, default);
        await Directory.Saw(Club, Ada, "admin", Nine.AddMinutes(1), default);

        Assert.Equal(("admin", null), (await Column("role"), await Column("name")));
    }

    [Fact]
    public async Task believes_a_message_more_than_a_token_for_as_long_as_tokens_live()
    {
        await Take(Member("join", "viewer", "Ada", Nine));
        await Directory.Saw(Club, Ada, "admin", Nine.AddMinutes(1), default);
        Assert.Equal("viewer", await Column("role"));

        await Directory.Saw(Club, Ada, "admin", Nine.AddMinutes(6), default);
        Assert.Equal(("admin", "Ada"), (await Column("role"), await Column("name")));
    }

    [Fact]
    public async Task erases_someone_in_one_tenant_for_good()
    {
        await Take(Member("join", "member", "Ada", Nine));
        await Take(Member("shop", "member", "Ada", Nine, tenant: Shop));

        Assert.True(await Directory.Erase(Club, Ada, Nine.AddMinutes(1), default));
        await Take(Named("named", "Ada King", Nine.AddMinutes(2)));
        await Take(Member("promoted", "admin", "Ada King", Nine.AddMinutes(3), joined: Nine));

        Assert.Equal(("admin", null, null), (await Column("role"), await Column("name"), await Column("email")));
        Assert.Equal("Ada King", await Column("name", Shop.Value));
        Assert.False(await Directory.Erase(Club, ActorId.Parse("user_nobody"), Nine, default));
    }

    [Fact]
    public async Task erases_someone_everywhere_for_good()
    {
        await Take(Member("join", "member", "Ada", Nine));
        await Take(Member("shop", "member", "Ada", Nine, tenant: Shop));

        Assert.Equal(2, await Directory.EraseEverywhere(Ada, Nine, default));
        await Take(Named("named", "Ada", Nine.AddMinutes(2)));

        Assert.Equal("0", await Ask("select count(*)::text from members.members where person = $1", Ada.Value));
        Assert.Equal(0, await Directory.EraseEverywhere(Ada, Nine, default));
    }

    [Fact]
    public async Task shows_a_tenant_its_own_people_alone()
    {
        await Take(Member("join", "member", "Ada", Nine));
        await using var api = NpgsqlDataSource.Create(database.ApiConnectionString);

        Assert.Equal("1", await Seen(api, Club));
        Assert.Equal("0", await Seen(api, Shop));
        foreach (var hidden in new[] { "members.gone", "members.messages", "audit.operator_looks" })
        {
            await using var question = api.CreateCommand($"select count(*) from {hidden}");
            var no = await Assert.ThrowsAsync<PostgresException>(() => question.ExecuteScalarAsync());
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, no.SqlState);
        }
    }

    [Fact]
    public async Task keeps_when_a_token_was_used_last_and_what_operators_looked_at()
    {
        var token = new ServiceTokenId(Guid.CreateVersion7(Nine));
        await Directory.Used(Club, token, Nine.AddMinutes(1), default);
        await Directory.Used(Club, token, Nine, default);
        await Directory.Looked(Club, Ada, "operations", Nine, default);

        Assert.Equal(
            "2026-11-24 09:01",
            await Ask(
                "select to_char(used_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') from members.token_uses where tenant = $1",
                Club.Value
            )
        );
        Assert.Equal("operations", await Ask("select what from audit.operator_looks where person = $1", Ada.Value));
        await using var change = source.CreateCommand("delete from audit.operator_looks");
        var no = await Assert.ThrowsAsync<PostgresException>(() => change.ExecuteNonQueryAsync());
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, no.SqlState);
    }

    private Task<bool> Take(DirectoryMessage message) => Directory.Take(message, Nine, default);

    private DirectoryMessage Named(string id, string name, DateTimeOffset at) =>
        new($"{id}{unique}") { Person = new(Ada, new(name, "ada@example.com"), at) };

    private DirectoryMessage Member(
        string id,
        string role,
        string name,
        DateTimeOffset at,
        bool isOver = false,
        TenantId? tenant = null,
        DateTimeOffset? joined = null
    ) => new($"{id}{unique}") { Membership = new(tenant ?? Club, Ada, role, new(name, "ada@example.com"), joined ?? at, at, isOver) };

    private async Task Forget()
    {
        foreach (var table in new[] { "members", "messages" })
        {
            await using var command = source.CreateCommand($"delete from members.{table}");
            await command.ExecuteNonQueryAsync();
        }
    }

    private Task<string?> Column(string column, string? tenant = null) =>
        Ask($"select {column} from members.members where tenant = $1", tenant ?? Club.Value);

    private async Task<string?> Ask(string question, string about)
    {
        await using var command = source.CreateCommand(question);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = about });
        return await command.ExecuteScalarAsync() as string;
    }

    private static async Task<string?> Seen(NpgsqlDataSource api, TenantId tenant)
    {
        await using var batch = api.CreateBatch();
        batch.BatchCommands.Add(new($"select set_config('app.tenant', '{tenant}', true)"));
        batch.BatchCommands.Add(new("select count(*)::text from read.members"));
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        await reader.ReadAsync();
        return reader.GetString(0);
    }

    private static IEnumerable<int[]> Orders(int count) =>
        count == 1
            ?
            [
                [0],
            ]
            : Orders(count - 1)
                .SelectMany(order => Enumerable.Range(0, count).Select(place => (int[])[.. order[..place], count - 1, .. order[place..]]));
}
