using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Campaigns.Domain.Tenants;
using Campaigns.Grains.Exports;
using Campaigns.Integrations;
using Campaigns.Projections.Reading;

namespace Campaigns.Api.Exports;

/// <summary>
/// Everything of a tenant as a zip that a person can read: events as lines of JSON, rows as CSV, a list of the media, and a manifest with the
/// checksum of each file. Written as it is read: nothing of it is kept in memory, or on a disk.
/// </summary>
/// <param name="rows">The read models.</param>
/// <param name="media">The files.</param>
/// <param name="clock">Now.</param>
public sealed class TenantArchive(TenantRows rows, IMediaShelf media, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private const string ReadMe = """
        Everything that the system holds of this tenant.

        events/KIND.jsonl   what happened: an event a line, in plain JSON, each stream in its own order. This is the truth; all else follows.
        rows/TABLE.csv      how things stand, as the pages show them: comma-separated, with a line of headings, UTF-8.
        media.csv           pictures and videos: key, type, bytes, SHA-256. Each is at /media/KEY as long as the tenant is not erased.
        manifest.json       the files of this archive, and the SHA-256 of each.

        Accounts' tokens and webhooks' secrets are in none of them.

        """;

    /// <summary>Writes the archive.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="events">Gives the next page of events, from where the one before ended.</param>
    /// <param name="to">Need not be seekable; is left open.</param>
    /// <param name="ct">Stops writing; what was written is no archive.</param>
    public async Task Write(TenantId tenant, Func<string?, Task<ExportedEvents>> events, Stream to, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(events);
        await using var patient = new PatientStream(to);
        await using (var zip = await ZipArchive.CreateAsync(patient, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct))
            await Fill(zip, tenant, events, ct);
        await patient.FlushAsync(ct);
    }

    private async Task Fill(ZipArchive zip, TenantId tenant, Func<string?, Task<ExportedEvents>> events, CancellationToken ct)
    {
        var files = new List<ArchivedFile>();

        await Add(
            "README.txt",
            async text =>
            {
                await text.WriteAsync(ReadMe);
                return 0;
            }
        );
        await Events();
        foreach (var table in await rows.Names(ct))
            await Add(
                $"rows/{table}.csv",
                async text =>
                {
                    await rows.WriteCsv(table, tenant, text, ct);
                    return null;
                }
            );
        await Add("media.csv", Media);
        var manifest = new
        {
            Tenant = tenant.Value,
            MadeAt = clock.GetUtcNow(),
            Files = files.ToArray(),
        };
        await Add(
            "manifest.json",
            async text =>
            {
                await text.WriteAsync(JsonSerializer.Serialize(manifest, Indented));
                return null;
            }
        );

        async Task Add(string name, Func<TextWriter, Task<long?>> write)
        {
            await using var entry = new HashingStream(await zip.CreateEntry(name).OpenAsync(ct));
            long? entries;
            await using (var text = new StreamWriter(entry, leaveOpen: true) { NewLine = "\n" })
                entries = await write(text);
            files.Add(new(name, entry.Length, entry.Sha256(), entries));
        }

        // A kind's events follow each other, so one file is open at a time, and a page may end one and begin the next.
        async Task Events()
        {
            var page = await events(null);
            var at = 0;
            while (at < page.Lines.Count)
            {
                var kind = page.Lines[at].Category;
                await Add(
                    $"events/{kind}.jsonl",
                    async text =>
                    {
                        var count = 0L;
                        while (at < page.Lines.Count && page.Lines[at].Category == kind)
                        {
                            await text.WriteLineAsync(page.Lines[at].Line.AsMemory(), ct);
                            count++;
                            if (++at < page.Lines.Count || page.Next is not { } next)
                                continue;
                            (page, at) = (await events(next), 0);
                        }
                        return count;
                    }
                );
            }
        }

        async Task<long?> Media(TextWriter text)
        {
            await text.WriteLineAsync("key,content_type,bytes,sha256");
            var count = 0L;
            await foreach (var file in media.List(tenant, ct))
            {
                await text.WriteLineAsync($"{file.Key},{file.ContentType},{file.Bytes},{file.Sha256}".AsMemory(), ct);
                count++;
            }
            return count;
        }
    }

    private sealed record ArchivedFile(string Name, long Bytes, string Sha256, long? Entries);
}
