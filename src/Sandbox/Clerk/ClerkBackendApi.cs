using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.Clerk;

/// <summary>The Backend API calls that a server needs: who is who, and who belongs where.</summary>
internal sealed class ClerkBackendApi(ClerkDirectory directory)
{
    /// <summary>The vendor answers a bare array here, and the count apart.</summary>
    public Task ListUsers(HttpContext http) => JsonReply.Write(http, 200, Page(http, Selected(http).Select(AsNode)));

    public Task CountUsers(HttpContext http) =>
        JsonReply.Write(http, 200, new JsonObject { ["object"] = "total_count", ["total_count"] = Selected(http).Count() });

    public Task GetUser(HttpContext http, string id) =>
        directory.Users().FirstOrDefault(user => user.Id == id) is { Id: not null } found
            ? JsonReply.Write(http, 200, AsNode(found))
            : ClerkErrors.NotFound(http, "user");

    public Task GetOrganization(HttpContext http, string idOrSlug) =>
        Organization(idOrSlug) is { } found
            ? JsonReply.Write(http, 200, ClerkObjects.Organization(found.Id, found.Since, MembersAsked(http, found.Id)))
            : ClerkErrors.NotFound(http, "organization");

    public Task ListMembersOf(HttpContext http, string idOrSlug) =>
        Organization(idOrSlug) is { } found
            ? WriteMemberships(http, directory.Memberships().Where(one => one.Org == found.Id))
            : ClerkErrors.NotFound(http, "organization");

    public Task ListMembershipsOf(HttpContext http, string user) =>
        directory.Users().Any(one => one.Id == user)
            ? WriteMemberships(http, directory.Memberships().Where(one => one.User == user))
            : ClerkErrors.NotFound(http, "user");

    public Task ListMemberships(HttpContext http) => WriteMemberships(http, directory.Memberships());

    private static JsonObject AsNode((string Id, DateTimeOffset Since) user) => ClerkObjects.User(user.Id, user.Since);

    private (string Id, DateTimeOffset Since)? Organization(string idOrSlug) =>
        directory.Organizations().FirstOrDefault(org => org.Id == idOrSlug || ClerkDirectory.SlugOf(org.Id) == idOrSlug)
            is { Id: not null } found
            ? found
            : null;

    private int? MembersAsked(HttpContext http, string org) =>
        http.Request.Query["include_members_count"] == "true" ? directory.Memberships().Count(one => one.Org == org) : null;

    private IEnumerable<(string Id, DateTimeOffset Since)> Selected(HttpContext http)
    {
        var query = http.Request.Query;
        string?[] ids = [.. query["user_id"], .. query["user_id[]"]];
        string?[] emails = [.. query["email_address"], .. query["email_address[]"]];
        string?[] orgs = [.. query["organization_id"], .. query["organization_id[]"]];
        var members = directory.Memberships().Where(one => orgs.Contains(one.Org)).Select(one => one.User).ToHashSet();
        return directory
            .Users()
            .Where(user =>
                (ids.Length == 0 || ids.Contains(user.Id))
                && (emails.Length == 0 || emails.Contains(ClerkObjects.EmailOf(user.Id)))
                && (orgs.Length == 0 || members.Contains(user.Id))
                && (query["query"].FirstOrDefault() is not { } part || user.Id.Contains(part, StringComparison.OrdinalIgnoreCase))
            );
    }

    private Task WriteMemberships(HttpContext http, IEnumerable<ClerkMembership> memberships)
    {
        var since = directory.Organizations().ToDictionary(org => org.Id, org => org.Since);
        var all = memberships.Select(one => ClerkObjects.Membership(one, since[one.Org!])).ToArray();
        return JsonReply.Write(http, 200, new JsonObject { ["data"] = Page(http, all), ["total_count"] = all.Length });
    }

    private static JsonArray Page(HttpContext http, IEnumerable<JsonObject> all)
    {
        var offset = int.TryParse(http.Request.Query["offset"], out var from) ? Math.Max(from, 0) : 0;
        var limit = int.TryParse(http.Request.Query["limit"], out var most) ? Math.Clamp(most, 1, 500) : 10;
        return new JsonArray([.. all.Skip(offset).Take(limit)]);
    }
}
