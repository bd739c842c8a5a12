using Campaigns.Domain.Tenants;

namespace Campaigns.Domain.Tests.Tenants;

public sealed class Who_may_do_what
{
    private static readonly ActorId Ana = ActorId.Parse("user_ana");
    private static readonly ServiceTokenId Token = new(Guid.Parse("0193a1b2-0000-7000-8000-00000000a001"));
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);
    private static readonly string Hash = new('a', 64);

    [Fact]
    public void is_said_of_a_role_and_taken_back()
    {
        var said = Given().Set("editor", "campaign:edit", "tenant:view");
        Assert.Equal(["campaign:edit", "tenant:view"], said.Access.Roles["editor"]);
        Assert.Empty(AccessDecider.SetRole(said, new("editor", ["tenant:view", "campaign:edit"])).Events);

        var back = Fold(said, AccessDecider.SetRole(said, new("editor", null)));
        Assert.Empty(back.Access.Roles);
        Assert.Empty(AccessDecider.SetRole(back, new("editor", null)).Events);
        Assert.Empty(Given().Set("intern").Access.Roles["intern"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("org:admin")]
    [InlineData("Admin")]
    [InlineData("a b")]
    public void is_said_of_no_role_that_there_cannot_be(string role) =>
        Assert.Equal("role.malformed", AccessDecider.SetRole(Tenant.Initial, new(role, [])).Refusal?.Code);

    [Fact]
    public void never_locks_everybody_out()
    {
        Assert.Equal("role.admins_locked_out", AccessDecider.SetRole(Tenant.Initial, new("admin", ["tenant:view"])).Refusal?.Code);
        Assert.Equal(
            "role.permissions_malformed",
            AccessDecider.SetRole(Tenant.Initial, new("viewer", ["tenant:view", "tenant:view"])).Refusal?.Code
        );
        Assert.Null(AccessDecider.SetRole(Tenant.Initial, new("admin", ["tenant:view", "tenant:manage"])).Refusal);
    }

    [Fact]
    public void is_said_of_so_many_roles_and_no_more()
    {
        var full = Enumerable.Range(0, AccessDecider.MostRoles).Aggregate(Given(), (tenant, n) => tenant.Set($"role-{n}", "tenant:view"));

        Assert.Equal("role.too_many", AccessDecider.SetRole(full, new("one-more", [])).Refusal?.Code);
        Assert.Null(AccessDecider.SetRole(full, new("role-0", [])).Refusal);
    }

    [Fact]
    public void is_given_to_a_token_until_it_is_revoked()
    {
        var made = Fold(Given(), Create(["publication:schedule", "campaign:create"], Now.AddDays(30)));
        var token = made.Access.Tokens[Token];
        Assert.Equal((Hash, Now, Now.AddDays(30), Ana), (token.Sha256, token.CreatedAt, token.ExpiresAt, token.CreatedBy));
        Assert.Equal(["campaign:create", "publication:schedule"], token.Permissions);

        var revoked = Fold(made, AccessDecider.Revoke(made, new(Token)));
        Assert.Empty(revoked.Access.Tokens);
        Assert.Equal("service_token.not_found", AccessDecider.Revoke(revoked, new(Token)).Refusal?.Code);
    }

    [Fact]
    public void is_not_given_to_a_token_that_does_nothing_everything_or_for_ever()
    {
        Assert.Equal("service_token.scope_malformed", Create([], Now.AddDays(1)).Refusal?.Code);
        Assert.Equal("role.permissions_malformed", Create(["tenant:view", "tenant:view"], Now.AddDays(1)).Refusal?.Code);
        Assert.Equal("service_token.too_mighty", Create(["tenant:manage"], Now.AddDays(1)).Refusal?.Code);
        Assert.Equal("service_token.too_mighty", Create(["tenant:view", "tenant:erase"], Now.AddDays(1)).Refusal?.Code);
        Assert.Equal("time.service_token_expiry", Create(["tenant:view"], Now).Refusal?.Code);
        Assert.Equal("time.service_token_expiry", Create(["tenant:view"], Now.AddDays(367)).Refusal?.Code);
        Assert.Equal("input.required", Create(["tenant:view"], Now.AddDays(1), name: " ").Refusal?.Code);
    }

    [Fact]
    public void is_given_to_so_many_tokens_and_no_more()
    {
        var full = Given();
        for (var n = 0; n < AccessDecider.MostTokens; n++)
            full = Fold(
                full,
                AccessDecider.Create(full, new(new(Guid.CreateVersion7(Now)), "t", ["tenant:view"], Now.AddDays(1)), Hash, Ana, Now)
            );

        Assert.Equal("service_token.too_many", Create(["tenant:view"], Now.AddDays(1), full).Refusal?.Code);
    }

    private static Tenant Given() => Tenant.Initial;

    private static Decision<TenantEvent> Create(
        string[] permissions,
        DateTimeOffset until,
        Tenant? tenant = null,
        string name = "Import"
    ) => AccessDecider.Create(tenant ?? Tenant.Initial, new(Token, name, permissions, until), Hash, Ana, Now);

    internal static Tenant Fold(Tenant state, Decision<TenantEvent> decision) => decision.Events.Aggregate(state, Tenant.Evolve);
}

internal static class TenantRoles
{
    public static Tenant Set(this Tenant state, string role, params string[] permissions) =>
        Who_may_do_what.Fold(state, AccessDecider.SetRole(state, new(role, permissions)));
}
