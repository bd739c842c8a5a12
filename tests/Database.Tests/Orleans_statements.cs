namespace Campaigns.Database.Tests;

public sealed class Orleans_statements(OrleansQueries queries) : IClassFixture<OrleansQueries>
{
    [Fact]
    public void are_all_there_and_no_others() =>
        Assert.Equal(
            [
                "CleanupDefunctSiloEntriesKey",
                "ClearStorageKey",
                "DeleteMembershipTableEntriesKey",
                "DeleteReminderRowKey",
                "DeleteReminderRowsKey",
                "DeleteStorageKey",
                "GatewaysQueryKey",
                "InsertMembershipKey",
                "InsertMembershipVersionKey",
                "MembershipReadAllKey",
                "MembershipReadRowKey",
                "ReadFromStorageKey",
                "ReadRangeRows1Key",
                "ReadRangeRows2Key",
                "ReadReminderRowKey",
                "ReadReminderRowsKey",
                "UpdateIAmAlivetimeKey",
                "UpdateMembershipKey",
                "UpsertReminderRowKey",
                "WriteToStorageKey",
            ],
            queries.Texts.Keys.Order(StringComparer.Ordinal)
        );

    [Fact]
    public void are_single_statements_as_only_those_are_all_or_nothing() =>
        Assert.DoesNotContain(queries.Texts.Values, text => text.Contains(';', StringComparison.Ordinal));
}
