using Campaigns.Api.Auth;
using Campaigns.Api.Reading;
using Campaigns.Domain.Tenants;
using Campaigns.Projections.Members;
using GraphQL.DataLoader;

namespace Campaigns.Api.Members;

/// <summary>Who stands behind the ids that histories and reviews name: one question for all that are asked for at the same time.</summary>
public sealed class MembersLookup
{
    private readonly Batch<string, MemberView?> members;
    private readonly Batch<ServiceTokenId, DateTimeOffset?> uses;

    /// <summary>One a request.</summary>
    public MembersLookup(Caller caller, MemberReader reader)
    {
        members = new(
            async (people, ct) =>
            {
                var found = await reader.Find(caller.Require(Permission.View).Tenant, people, ct);
                return person => found.TryGetValue(person, out var row) ? new MemberView(row) : null;
            }
        );
        uses = new(
            async (_, ct) =>
            {
                var found = await reader.TokenUses(caller.Require(Permission.ManageTenant).Tenant, ct);
                return token => found.TryGetValue(token.Uuid, out var at) ? at : null;
            }
        );
    }

    internal IDataLoaderResult<MemberView?> Of(string person) => members.Load(person);

    internal IDataLoaderResult<DateTimeOffset?> LastUseOf(ServiceTokenId token) => uses.Load(token);
}
