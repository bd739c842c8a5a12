using System.Reflection;
using Campaigns.Domain;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using Campaigns.EventStore.Serialization;

namespace Campaigns.Bench.History;

/// <summary>
/// One of each kind of event there is, from the files that guard how events are stored. Every event must have such a file, or the tests fail: so
/// a log with these in it has every kind, whichever are added.
/// </summary>
internal static class EveryKind
{
    private const string Folder = "golden/";

    private static readonly TenantId Tenant = TenantId.Parse("org_2fGhK9sLmNpQrStUvEveryKind");
    private static readonly ActorId Person = ActorId.Parse("user_2aBcDeFgHiJkLmNoPqRsT");

    /// <summary>The log, with one of each kind after so many events; as long as it would be without them.</summary>
    public static IEnumerable<Entry> In(IEnumerable<Entry> log, int count)
    {
        var samples = Samples().ToList();
        return log.Take(Math.Max(0, count - samples.Count)).Concat(samples);
    }

    private static IEnumerable<Entry> Samples()
    {
        var codec = new EventCodec();
        var versions = new Dictionary<StreamName, long>();
        var assembly = typeof(EveryKind).Assembly;
        foreach (var file in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order())
        {
            var name = Path.GetFileNameWithoutExtension(file[Folder.Length..]);
            if (!EventCatalogue.TryFind(name, out _))
                continue; // an old version's
            var category = name[..name.IndexOf('.', StringComparison.Ordinal)];
            var stream = StreamName.Of(category, Tenant, category is "tenant" or "erasure" ? null : DerivedId.From(category).ToString());
            var version = versions[stream] = versions.GetValueOrDefault(stream) + 1;
            var at = CampaignLife.Epoch.AddYears(3).AddSeconds(version);
            yield return new(stream, version, new(Guid.CreateVersion7(at), codec.Decode(name, Bytes(assembly, file)), new(Person, at)));
        }
    }

    private static byte[] Bytes(Assembly assembly, string file)
    {
        using var content = assembly.GetManifestResourceStream(file)!;
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
