using System.Text.Json.Nodes;
using Campaigns.Api.Auth;
using Campaigns.Api.GraphQL;

namespace Campaigns.Api.Tests.Auth;

public sealed class A_caller(ApiServer server) : IClassFixture<ApiServer>
{
    private const string All =
        "APPROVE COMMENT CREATE_CAMPAIGN EDIT_CONTENT ERASE_TENANT HOLD MANAGE_ACCOUNTS MANAGE_BRAND MANAGE_TENANT MANAGE_WEBHOOKS PUBLISH REQUEST_APPROVAL SCHEDULE VIEW VIEW_USAGE";

    [Theory]
    [InlineData("admin", All)]
    [InlineData("member", "COMMENT CREATE_CAMPAIGN EDIT_CONTENT HOLD MANAGE_BRAND PUBLISH REQUEST_APPROVAL SCHEDULE VIEW")]
    [InlineData("editor", "COMMENT CREATE_CAMPAIGN EDIT_CONTENT MANAGE_BRAND REQUEST_APPROVAL VIEW")]
    [InlineData("approver", "APPROVE COMMENT HOLD PUBLISH SCHEDULE VIEW")]
    [InlineData("viewer", "VIEW")]
    [InlineData("intern", "")]
    [InlineData("Admin", "")]
    [InlineData("personal", "")]
    public async Task may_do_what_the_role_allows_in_either_shape(string role, string permissions)
    {
        var second = await Me(claims => claims["o"]!["rol"] = role);
        var first = await Me(claims => First(claims, role: $"org:{role}"));

        Assert.Equal(("org_club", role, permissions), second);
        Assert.Equal(("org_club", role, permissions), first);
    }

    [Fact]
    public async Task without_an_organisation_is_in_a_workspace_of_their_own()
    {
        Assert.Equal(("user_ada", "personal", All), await Me(claims => claims.Remove("o")));
        Assert.Equal(("user_ada", "personal", All), await Me(claims => First(claims, id: null)));
    }

    [Fact]
    public async Task may_do_what_a_custom_role_is_given_by_name_in_the_first_shape() =>
        Assert.Equal(
            ("org_club", "intern", "APPROVE VIEW"),
            await Me(claims =>
            {
                First(claims, role: "org:intern");
                claims["org_permissions"] = new JsonArray("org:tenant:view", "org:campaign:approve", "org:posts:read");
            })
        );

    [Fact]
    public async Task may_do_what_a_custom_role_is_given_by_name_in_the_second_shape() =>
        Assert.Equal(
            ("org_club", "intern", "APPROVE CREATE_CAMPAIGN VIEW"),
            await Me(claims =>
            {
                claims["fea"] = "o:campaign,u:export,uo:tenant";
                claims["o"]!["rol"] = "intern";
                claims["o"]!["per"] = "create,approve,view";
                claims["o"]!["fpm"] = "3,4";
            })
        );

    [Fact]
    public async Task has_no_custom_permission_that_is_only_the_persons_own() =>
        Assert.Equal(
            ("org_club", "intern", ""),
            await Me(claims =>
            {
                claims["fea"] = "u:campaign";
                claims["o"]!["rol"] = "intern";
                claims["o"]!["per"] = "approve";
                claims["o"]!["fpm"] = "1";
            })
        );

    [Fact]
    public void is_stopped_by_name()
    {
        var caller = new Caller(
            Domain.Tenants.TenantId.Parse("org_club"),
            Domain.ActorId.Parse("user_ada"),
            "viewer",
            Roles.PermissionsOf("viewer")
        );

        Assert.Same(caller, caller.Require(Permission.View));
        var refused = Assert.Throws<RequestFailure>(() => caller.Require(Permission.Approve));
        Assert.Equal(("FORBIDDEN", "campaign:approve"), (refused.Code, refused.Extensions!["permission"]));
    }

    [Fact]
    public void operates_the_system_only_when_named_for_it()
    {
        var caller = new Caller(Domain.Tenants.TenantId.Parse("org_club"), Domain.ActorId.Parse("user_ada"), "admin", Roles.All);

        Assert.Equal("FORBIDDEN", Assert.Throws<RequestFailure>(caller.RequireSuperAdmin).Code);
        Assert.True((caller with { IsSuperAdmin = true }).RequireSuperAdmin().IsSuperAdmin);
    }

    [Fact]
    public void permission_always_has_a_name() =>
        Assert.Equal(
            Enum.GetValues<Permission>().Length,
            Enum.GetValues<Permission>().Select(permission => permission.Id()).Distinct().Count()
        );

    private async Task<(string?, string?, string)> Me(Action<JsonObject> change)
    {
        var me = (await server.Ask(server.Token(change))).Data.GetProperty("me");
        var permissions = me.GetProperty("permissions").EnumerateArray().Select(permission => permission.GetString());
        return (me.GetProperty("tenant").GetString(), me.GetProperty("role").GetString(), string.Join(' ', permissions));
    }

    private static void First(JsonObject claims, string? id = "org_club", string? role = null)
    {
        claims.Remove("v");
        claims.Remove("o");
        (claims["org_id"], claims["org_role"]) = (id, role);
    }
}
