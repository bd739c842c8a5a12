using System.Runtime.CompilerServices;
using System.Text.Json;
using Campaigns.Domain.Erasures;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using Campaigns.EventStore.Serialization;

namespace Campaigns.Silo.Erasures;

/// <summary>The certificates in the log, and in a file that was made of them.</summary>
internal sealed class Certificates(IEventStore events, IErasureStreams streams)
{
    /// <summary>Those in the log.</summary>
    public async IAsyncEnumerable<Certificate> InLog([EnumeratorCancellation] CancellationToken ct = default)
    {
        foreach (var tenant in await streams.List(ct))
        await foreach (var recorded in events.Read(StreamName.Of("erasure", tenant), ct: ct))
            if (recorded.Event is ErasureEvent.Certified e)
                yield return new(tenant, e.AskedBy, e.AskedAt, recorded.Metadata.RecordedAt, e.Keys, e.Removed);
    }

    /// <summary>Tenants whose erasure began, and was not complete.</summary>
    public async Task<IReadOnlyList<TenantId>> Begun(CancellationToken ct = default)
    {
        var complete = new HashSet<TenantId>();
        await foreach (var certificate in InLog(ct))
            complete.Add(certificate.Tenant);
        return [.. (await streams.List(ct)).Where(tenant => !complete.Contains(tenant))];
    }

    /// <summary>One as a line.</summary>
    public static string Line(Certificate certificate) => JsonSerializer.Serialize(certificate, EventJson.Options);

    /// <summary>Those of a file.</summary>
    /// <exception cref="FormatException">A line is no certificate; the message says which.</exception>
    public static IReadOnlyList<Certificate> InFile(IEnumerable<string> lines) =>
        [.. lines.Select((text, at) => (text, at)).Where(line => line.text.Trim().Length > 0).Select(line => Read(line.text, line.at + 1))];

    private static Certificate Read(string text, int line)
    {
        try
        {
            return JsonSerializer.Deserialize<Certificate>(text, EventJson.Options) ?? throw new FormatException($"Line {line} is null.");
        }
        catch (JsonException e)
        {
            throw new FormatException($"Line {line} is no certificate: {e.Message}", e);
        }
    }
}
