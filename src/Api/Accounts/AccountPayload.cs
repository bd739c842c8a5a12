using Campaigns.Api.Commands;
using Campaigns.Api.Reading;
using Campaigns.Domain.Accounts;
using Campaigns.Grains;
using GraphQL;
using GraphQL.DataLoader;

namespace Campaigns.Api.Accounts;

/// <summary>What came of a command to an account.</summary>
/// <param name="AccountId">Which account; null when it was refused.</param>
/// <param name="Receipt">That it is done; null when it was refused.</param>
/// <param name="Errors">Why it was refused; empty when it was not.</param>
public sealed record AccountPayload(AccountId? AccountId, CommandReceipt? Receipt, IReadOnlyList<ICommandError> Errors)
{
    /// <summary>The account as it is now, with this change; null when the command was refused.</summary>
    public IDataLoaderResult<AccountView?>? Account([FromServices] Lookups lookups) =>
        AccountId is { } id ? lookups.After(Receipt).Account(id.Uuid) : null;

    internal static AccountPayload From(Outcome outcome, AccountId? id) =>
        outcome.ToPayload((receipt, errors) => new AccountPayload(receipt is null ? null : id, receipt, errors));
}
