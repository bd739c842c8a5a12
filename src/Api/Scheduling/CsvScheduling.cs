using Campaigns.Api.Commands;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.Grains;

namespace Campaigns.Api.Scheduling;

/// <summary>Carries out a table row by row, a few at a time, through the command that schedules one post.</summary>
internal sealed class CsvScheduling(IGrainFactory grains, TimeProvider clock, TenantId tenant, CommandContext table, bool dryRun)
{
    /// <summary>So many rows are under way at a time.</summary>
    private const int AtOnce = 8;

    /// <summary>Rows that nobody has come to by then are told as unfinished: the request itself must be answered.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private readonly long began = clock.GetTimestamp();

    /// <summary>What came of each row, in order.</summary>
    public async Task<IReadOnlyList<CsvRowResult>> CarryOut(IReadOnlyList<CsvRow> rows, CancellationToken ct)
    {
        var results = new CsvRowResult[rows.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, rows.Count).Where(n => !IntoSlot(rows[n])),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (n, _) => results[n] = await CarryOut(rows[n])
        );
        // One after the other: the slots go to the rows in their order.
        for (var n = 0; n < rows.Count; n++)
            if (IntoSlot(rows[n]))
                results[n] = await CarryOut(rows[n]);
        return results;
    }

    private static bool IntoSlot(CsvRow row) => row is { Errors.Count: 0, Time: null };

    private async Task<CsvRowResult> CarryOut(CsvRow row)
    {
        if (row.Errors.Count > 0)
            return Result(row, CsvRowState.Refused, null, null, row.Errors);
        if (clock.GetElapsedTime(began) > Longest)
            return Result(row, CsvRowState.Unfinished, null, null, []);
        var publication = row.Publication(tenant, table.Command);
        var campaign = grains.Campaign(tenant, row.Campaign!.Value);
        if (dryRun)
        {
            var trial = await campaign.TrySchedulePost(row.Ask(publication));
            return trial.Refusal is { } no
                ? Result(row, CsvRowState.Refused, null, null, [CsvWords.Error(no)])
                : Result(row, CsvRowState.Scheduled, null, trial.When, []);
        }
        return await campaign.SchedulePost(row.Ask(publication), table with { Command = row.Command(tenant, table.Command) }) switch
        {
            Outcome.Accepted => Result(
                row,
                CsvRowState.Scheduled,
                publication,
                (await grains.Publication(tenant, publication).Standing())?.When,
                []
            ),
            Outcome.Refused { Refusal: var no } => Result(row, CsvRowState.Refused, null, null, [CsvWords.Error(no)]),
            _ => Result(row, CsvRowState.Unfinished, null, null, []),
        };
    }

    private static CsvRowResult Result(
        CsvRow row,
        CsvRowState state,
        PublicationId? publication,
        PlannedTime? when,
        IReadOnlyList<ICommandError> errors
    ) => new(row.Row, state, row.Campaign, row.Item, publication, when is null ? null : PlannedTimeView.Of(when), errors);
}
