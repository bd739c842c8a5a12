using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.Clerk;

/// <summary>Users, organizations and memberships as the Backend API writes them. Times are Unix milliseconds.</summary>
internal static class ClerkObjects
{
    public static JsonObject User(string id, DateTimeOffset since)
    {
        var name = NameOf(id);
        var emailId = "idn_" + Seed.Long(id).ToString("x16");
        return new()
        {
            ["id"] = id,
            ["object"] = "user",
            ["external_id"] = null,
            ["primary_email_address_id"] = emailId,
            ["primary_phone_number_id"] = null,
            ["username"] = null,
            ["first_name"] = name,
            ["last_name"] = "Sandbox",
            ["image_url"] = "",
            ["has_image"] = false,
            ["email_addresses"] = new JsonArray(
                new JsonObject
                {
                    ["id"] = emailId,
                    ["object"] = "email_address",
                    ["email_address"] = EmailOf(id),
                    ["verification"] = new JsonObject { ["status"] = "verified", ["strategy"] = "email_code" },
                    ["linked_to"] = new JsonArray(),
                }
            ),
            ["phone_numbers"] = new JsonArray(),
            ["web3_wallets"] = new JsonArray(),
            ["external_accounts"] = new JsonArray(),
            ["public_metadata"] = new JsonObject(),
            ["private_metadata"] = new JsonObject(),
            ["unsafe_metadata"] = new JsonObject(),
            ["banned"] = false,
            ["locked"] = false,
            ["last_sign_in_at"] = since.ToUnixTimeMilliseconds(),
            ["last_active_at"] = since.ToUnixTimeMilliseconds(),
            ["created_at"] = since.ToUnixTimeMilliseconds(),
            ["updated_at"] = since.ToUnixTimeMilliseconds(),
        };
    }

    public static JsonObject Organization(string id, DateTimeOffset since, int? members = null)
    {
        var organization = new JsonObject
        {
            ["id"] = id,
            ["object"] = "organization",
            ["name"] = NameOf(id),
            ["slug"] = ClerkDirectory.SlugOf(id),
            ["image_url"] = "",
            ["has_image"] = false,
            ["max_allowed_memberships"] = 0,
            ["admin_delete_enabled"] = true,
            ["public_metadata"] = new JsonObject(),
            ["private_metadata"] = new JsonObject(),
            ["created_by"] = "user_sandbox",
            ["created_at"] = since.ToUnixTimeMilliseconds(),
            ["updated_at"] = since.ToUnixTimeMilliseconds(),
        };
        if (members is { } count)
            organization["members_count"] = count;
        return organization;
    }

    public static JsonObject Membership(ClerkMembership membership, DateTimeOffset organizationSince) =>
        new()
        {
            ["id"] = $"orgmem_{Seed.Long(membership.Org + membership.User):x16}",
            ["object"] = "organization_membership",
            ["role"] = "org:" + ClerkTokens.Bare(membership.Role),
            ["role_name"] = NameOf("_" + ClerkTokens.Bare(membership.Role)),
            ["permissions"] = new JsonArray(),
            ["public_metadata"] = new JsonObject(),
            ["private_metadata"] = new JsonObject(),
            ["organization"] = Organization(membership.Org!, organizationSince),
            ["public_user_data"] = new JsonObject
            {
                ["user_id"] = membership.User,
                ["first_name"] = NameOf(membership.User),
                ["last_name"] = "Sandbox",
                ["image_url"] = "",
                ["has_image"] = false,
                ["identifier"] = EmailOf(membership.User),
                ["username"] = null,
                ["banned"] = false,
            },
            ["created_at"] = membership.At.ToUnixTimeMilliseconds(),
            ["updated_at"] = membership.At.ToUnixTimeMilliseconds(),
        };

    public static string EmailOf(string userId) => $"{userId[(userId.IndexOf('_') + 1)..].ToLowerInvariant()}@example.com";

    private static string NameOf(string id)
    {
        var name = id[(id.IndexOf('_') + 1)..];
        return name.Length == 0 ? id : char.ToUpperInvariant(name[0]) + name[1..];
    }
}
