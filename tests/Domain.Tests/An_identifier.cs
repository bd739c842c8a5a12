using System.Text.Json;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore.Serialization;

namespace Campaigns.Domain.Tests;

public sealed class An_identifier
{
    [Fact]
    public void is_plain_text_as_a_value_and_as_a_key()
    {
        RoundTrips(Bakery);
        RoundTrips(Autumn);
        RoundTrips(First);
        RoundTrips(Club);
        RoundTrips(Key);
        RoundTrips(Job);
        RoundTrips(Outing);
        RoundTrips(TenantId.Parse("org_2x"));
        RoundTrips(ActorId.Parse("user_anna"));
        RoundTrips(CommandId.Parse("c-1"));
        RoundTrips(new ContainerId("1789"));
        RoundTrips(new MediaId("1802"));
    }

    [Theory]
    [InlineData("org_2x")]
    [InlineData("user_A1_b")]
    public void of_a_tenant_says_whose_it_is(string text) => Assert.Equal(text, TenantId.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("org_")]
    [InlineData("2x")]
    [InlineData("org_a-b")]
    [InlineData("org_a/b")]
    [InlineData("org_a\n")]
    [InlineData("team_a")]
    [InlineData("org_ação")]
    public void of_a_tenant_holds_nothing_that_parts_a_streams_name(string? text)
    {
        Assert.False(TenantId.TryParse(text, out _));
        Assert.Throws<FormatException>(() => TenantId.Parse(text!));
    }

    [Fact]
    public void of_a_tenant_is_bounded()
    {
        Assert.True(TenantId.TryParse("org_" + new string('x', 60), out _));
        Assert.False(TenantId.TryParse("org_" + new string('x', 61), out _));
    }

    [Theory]
    [InlineData("c-1", true)]
    [InlineData("~!", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("two words", false)]
    [InlineData("tab\t", false)]
    [InlineData("ção", false)]
    public void of_a_command_is_printable(string? text, bool valid)
    {
        Assert.Equal(valid, CommandId.TryParse(text, out _));
        if (!valid)
            Assert.Throws<FormatException>(() => CommandId.Parse(text!));
    }

    [Fact]
    public void of_a_command_or_an_actor_is_bounded()
    {
        Assert.True(CommandId.TryParse(new('x', 100), out _));
        Assert.False(CommandId.TryParse(new('x', 101), out _));
        Assert.Equal(100, ActorId.Parse(new('x', 100)).Value.Length);
        Assert.Throws<FormatException>(() => ActorId.Parse(new('x', 101)));
        Assert.Throws<FormatException>(() => ActorId.Parse(""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("{00000000-0000-7000-8000-000000000001}")]
    public void of_a_thing_is_a_uuid(string text) => Assert.Throws<FormatException>(() => CampaignId.Parse(text));

    [Fact]
    public void of_nobody_is_empty() =>
        Assert.Equal(("", "", ""), (default(TenantId).Value, default(ActorId).Value, default(CommandId).Value));

    [Fact]
    public void can_follow_from_the_command_that_asked_for_it()
    {
        var tenant = TenantId.Parse("org_2x");
        var command = CommandId.Parse("c-1");

        Assert.Equal(Guid.Parse("b55ec57a-c506-84b5-a0cd-87477bf9b185"), DerivedId.From(tenant, command, "campaign"));
        Assert.Equal(Guid.Parse("d2dfd5d6-a3f0-8fdb-b396-7d7062dd9180"), DerivedId.From("org_2x\nc-1\nitem"));
        Assert.Equal(8, DerivedId.From("anything").Version);
        Assert.Distinct([
            DerivedId.From(tenant, command, "campaign"),
            DerivedId.From(tenant, command, "brand"),
            DerivedId.From(tenant, CommandId.Parse("c-2"), "campaign"),
            DerivedId.From(TenantId.Parse("org_2y"), command, "campaign"),
        ]);
    }

    [Fact]
    public void that_is_malformed_is_malformed_json()
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<CampaignId>("\"1\"", EventJson.Options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<TenantId>("\"team\"", EventJson.Options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dictionary<CampaignId, int>>("{\"1\":1}", EventJson.Options));
    }

    private static void RoundTrips<T>(T id)
        where T : struct, IStringId<T>
    {
        Assert.Equal($"\"{id.Value}\"", JsonSerializer.Serialize(id, EventJson.Options));
        Assert.Equal(id, JsonSerializer.Deserialize<T>($"\"{id.Value}\"", EventJson.Options));
        Assert.Equal(id, T.Parse(id.Value));

        var json = JsonSerializer.Serialize(new Dictionary<T, int> { [id] = 1 }, EventJson.Options);
        Assert.Equal($"{{\"{id.Value}\":1}}", json);
        Assert.Equal(1, JsonSerializer.Deserialize<Dictionary<T, int>>(json, EventJson.Options)![id]);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<T>("null", EventJson.Options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<T>("7", EventJson.Options));
    }
}
