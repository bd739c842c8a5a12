namespace Campaigns.Domain.Tenants;

/// <summary>Every "no" about who may do what in a tenant.</summary>
public static class AccessRefusals
{
    extension(Refusal)
    {
        /// <summary>A role that no identity provider could name.</summary>
        public static Refusal RoleMalformed =>
            new(
                "role.malformed",
                "A role's name has 1 to 60 small letters, digits, '-' and '_', as the identity provider writes it without 'org:'.",
                "role"
            );

        /// <summary>A permission is named twice.</summary>
        public static Refusal PermissionsMalformed => new("role.permissions_malformed", "Name each permission once.", "permissions");

        /// <summary>Nobody could change settings any more.</summary>
        public static Refusal AdminsLockedOut =>
            new(
                "role.admins_locked_out",
                "The role 'admin' keeps tenant:view and tenant:manage: without them nobody could change this again.",
                "permissions"
            );

        /// <summary>So many roles no organisation has.</summary>
        public static Refusal TooManyRoles(int most) =>
            new("role.too_many", $"A tenant sets the permissions of at most {most} roles.", "role");

        /// <summary>A key that may do nothing is none.</summary>
        public static Refusal ServiceTokenWithoutScope =>
            new("service_token.scope_malformed", "Name what the token may do: at least one permission.", "permissions");

        /// <summary>It may not make others.</summary>
        public static Refusal ServiceTokenTooMighty =>
            new(
                "service_token.too_mighty",
                "A service token is given neither tenant:manage nor tenant:erase: people alone decide these.",
                "permissions"
            );

        /// <summary>It must end, and not too late.</summary>
        public static Refusal ServiceTokenExpiry =>
            new("time.service_token_expiry", "A service token lives from now on, and at most 366 days.", "expiresAt");

        /// <summary>It has as many as it may.</summary>
        public static Refusal TooManyServiceTokens(int most) =>
            new("service_token.too_many", $"A tenant has at most {most} service tokens; revoke one that is not used any more.");

        /// <summary>The tenant knows nobody of this id.</summary>
        public static Refusal MemberNotFound => new("member.not_found", "There is no such member.", "userId");

        /// <summary>There is none, or it was revoked.</summary>
        public static Refusal ServiceTokenNotFound => new("service_token.not_found", "There is no such service token.", "tokenId");
    }
}
