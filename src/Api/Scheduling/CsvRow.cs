using System.Globalization;
using Campaigns.Api.Commands;
using Campaigns.Domain;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;

namespace Campaigns.Api.Scheduling;

/// <summary>One row, read: what it asks for, or what is wrong with it.</summary>
/// <param name="Row">Its number; the header is 1.</param>
/// <param name="Campaign">Null where it cannot be read.</param>
/// <param name="Item">Null where it cannot be read.</param>
/// <param name="Account">Null where it cannot be read.</param>
/// <param name="Time">Null for the next free slot.</param>
/// <param name="Late">Null for what the tenant has set.</param>
/// <param name="Errors">Each with its column.</param>
internal sealed record CsvRow(
    int Row,
    CampaignId? Campaign,
    ItemId? Item,
    AccountId? Account,
    WallTime? Time,
    LatePolicy? Late,
    IReadOnlyList<ICommandError> Errors
)
{
    /// <summary>What stands in the column <c>at</c> for the next free slot.</summary>
    public const string NextSlot = "next slot";

    /// <summary>The command under which it is carried out: of the same table, known by its post and account.</summary>
    public CommandId Command(TenantId tenant, CommandId table) =>
        CommandId.Parse(DerivedId.From(tenant, table, $"csv {Campaign}/{Item}/{Account}").ToString());

    /// <summary>Its publication, whose id follows from the command.</summary>
    public PublicationId Publication(TenantId tenant, CommandId table) =>
        new(DerivedId.From(tenant, Command(tenant, table), "publication"));

    /// <summary>What it asks for.</summary>
    public SchedulePost Ask(PublicationId publication) =>
        new(Item!.Value, publication, Account!.Value, Time, Late, InNextSlot: Time is null);

    /// <summary>Reads the rows of a table. A post that stands there a second time for an account is refused: which one would count?</summary>
    public static IReadOnlyList<CsvRow> Read(CsvTable table, ScheduleFromCsvInput input)
    {
        var rows = table.Rows.Select(cells => Read(cells, input)).ToList();
        var seen = new Dictionary<(CampaignId?, ItemId?, AccountId?), int>();
        for (var n = 0; n < rows.Count; n++)
        {
            var row = rows[n];
            if (row.Errors.Count == 0 && !seen.TryAdd((row.Campaign, row.Item, row.Account), row.Row))
            {
                var first = seen[(row.Campaign, row.Item, row.Account)];
                var message = $"Row {first} schedules this post on this account already.";
                rows[n] = row with { Errors = [CsvWords.Error("csv.row_repeated", message, "post_id")] };
            }
        }
        return rows;
    }

    private static CsvRow Read(CsvCells cells, ScheduleFromCsvInput input)
    {
        var errors = new List<ICommandError>();
        if (cells.IsSpoiled)
            errors.Add(CsvWords.Error("csv.row_malformed", "The row's quotes, or the number of its cells, make no sense.", null));
        var campaign = IdIn(cells, "campaign_id", errors);
        var item = IdIn(cells, "post_id", errors);
        var account = cells["account_id"] is null && input.AccountId is { } given ? given.Uuid : IdIn(cells, "account_id", errors);
        var time = TimeIn(cells, input, errors);
        var late = LateIn(cells, errors);
        return new(
            cells.Row,
            campaign is { } c ? new CampaignId(c) : null,
            item is { } i ? new ItemId(i) : null,
            account is { } a ? new AccountId(a) : null,
            time,
            late,
            errors
        );
    }

    private static Guid? IdIn(CsvCells cells, string column, List<ICommandError> errors)
    {
        if (Guid.TryParseExact(cells[column], "D", out var id))
            return id;
        var said = cells[column] is { } text ? $"{CsvWords.Quoted(text)} is no id; an id is a UUID." : $"The column {column} is empty.";
        errors.Add(CsvWords.Error(cells[column] is null ? "csv.cell_missing" : "csv.id_malformed", said, column));
        return null;
    }

    private static WallTime? TimeIn(CsvCells cells, ScheduleFromCsvInput input, List<ICommandError> errors)
    {
        if (cells["at"] is not { } at)
        {
            errors.Add(CsvWords.Error("csv.cell_missing", $"The column at is empty; write a time, or “{NextSlot}”.", "at"));
            return null;
        }
        if (string.Equals(at, NextSlot, StringComparison.OrdinalIgnoreCase))
            return null;
        var zone = cells["zone"] ?? input.Zone;
        // Spreadsheets write a blank where ISO 8601 has a T.
        var local = at.Length > 10 && at[10] == ' ' ? string.Concat(at.AsSpan(0, 10), "T", at.AsSpan(11)) : at;
        if (LocalTime.Plan(local, zone ?? "Etc/UTC").Refusal is { } refusal)
            errors.Add(CsvWords.Error(refusal));
        return new(local, zone);
    }

    private static LatePolicy? LateIn(CsvCells cells, List<ICommandError> errors)
    {
        var (within, then) = (cells["late_within_minutes"], cells["late_then"]);
        if (within is null && then is null)
            return null;
        LateAction? action = then?.ToLowerInvariant() switch
        {
            "skip" => LateAction.Skip,
            "ask" => LateAction.Ask,
            "next_moment" => LateAction.NextMoment,
            _ => null,
        };
        if (action is null)
            errors.Add(CsvWords.Error("csv.late_then_malformed", "What follows is skip, ask or next_moment.", "late_then"));
        if (!int.TryParse(within, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes))
            errors.Add(CsvWords.Error("csv.late_within_malformed", "How late it may be is a number of minutes.", "late_within_minutes"));
        return errors.Count == 0 ? new(TimeSpan.FromMinutes(minutes), action!.Value) : null;
    }
}
