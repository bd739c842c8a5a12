namespace Campaigns.Api.Tests.Members;

/// <summary>Messages as Clerk sends them, shortened.</summary>
internal static class ClerkSample
{
    public const string Member = """
        {"data":{"id":"orgmem_1","object":"organization_membership","role":"org:admin","permissions":[],
          "organization":{"id":"org_club","object":"organization","name":"The Club","updated_at":1772355600000},
          "public_user_data":{"user_id":"user_ada","first_name":"Ada","last_name":"Lovelace","identifier":"ada@example.com","image_url":""},
          "created_at":1772355600000,"updated_at":1772355660000},
         "object":"event","type":"organizationMembership.created","timestamp":1772355661000,"instance_id":"ins_1"}
        """;

    public const string Person = """
        {"data":{"id":"user_ada","object":"user","first_name":"Ada","last_name":null,"username":"ada",
          "primary_email_address_id":"idn_2",
          "email_addresses":[{"id":"idn_1","email_address":"old@example.com"},{"id":"idn_2","email_address":"ada@example.com"}],
          "updated_at":1772355660000,"created_at":1772355600000},
         "object":"event","type":"user.updated","timestamp":1772355661000}
        """;

    public const string Organization = """
        {"data":{"id":"org_club","object":"organization","name":"The Club","slug":"club","updated_at":1772355660},
         "object":"event","type":"organization.updated","timestamp":1772355661}
        """;

    public const string PersonDeleted = """
        {"data":{"id":"user_ada","object":"user","deleted":true},"object":"event","type":"user.deleted","timestamp":1772355661000}
        """;

    public const string Session = """
        {"data":{"id":"sess_1","object":"session"},"object":"event","type":"session.created","timestamp":1772355661000}
        """;
}
