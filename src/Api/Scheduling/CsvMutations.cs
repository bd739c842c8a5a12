using Campaigns.Api.Auth;
using Campaigns.Api.Commands;
using Campaigns.Api.Scheduling;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Mutation
{
    /// <summary>
    /// Puts many posts on the calendar from a table. Each row succeeds or is refused by itself; a repeated command does nothing twice and comes
    /// to the rows that were refused or not reached.
    /// </summary>
    public static async Task<ScheduleFromCsvPayload> ScheduleFromCsv(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        [FromServices] TimeProvider clock,
        ScheduleFromCsvInput input,
        CancellationToken ct
    )
    {
        var by = commander.Require(Permission.Schedule, input.CommandId);
        var table = CsvTable.Read(input.Csv);
        if (table.Error is { } error)
            return new([], 0, 0, 0, [error]);
        var scheduling = new CsvScheduling(grains, clock, commander.Tenant, by, input.DryRun);
        return ScheduleFromCsvPayload.Of(await scheduling.CarryOut(CsvRow.Read(table, input), ct));
    }
}
