using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Campaigns.Api.Exports;
using Campaigns.Domain.Tenants;
using Campaigns.Grains.Exports;
using Campaigns.Integrations;
using Campaigns.Projections.Reading;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Campaigns.Silo.Tests.Erasure;

public sealed class A_tenants_archive(KeptTenants kept) : IClassFixture<KeptTenants>
{
    private static readonly TenantId Taken = TenantId.Parse("org_taken");

    [Fact]
    public async Task holds_everything_of_the_tenant_and_nothing_of_others()
    {
        await kept.Fill(Taken, "quetzal");
        await kept.Fill(TenantId.Parse("org_taken2"), "marmot");
        await kept.Fill(TenantId.Parse("org_take"), "ocelot");
        foreach (var address in new[] { kept.Database.ApiConnectionString, kept.Database.SiloConnectionString })
        {
            await using var source = NpgsqlDataSource.Create(address);

            var files = await Files(source);

            var events = files.Where(file => file.Key.StartsWith("events/", StringComparison.Ordinal)).ToList();
            Assert.Equal(["account", "brand", "campaign", "tenant", "webhook"], events.Select(file => file.Key[7..^6]));
            Assert.Equal(7, events.Sum(file => file.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
            Assert.Contains("brief quetzal", files["events/campaign.jsonl"], StringComparison.Ordinal);
            Assert.Contains("user_quetzal", files["events/campaign.jsonl"], StringComparison.Ordinal);
            Assert.Contains("caption quetzal", files["rows/read.items.csv"], StringComparison.Ordinal);
            Assert.Contains("body quetzal", files["rows/webhooks.deliveries.csv"], StringComparison.Ordinal);
            Assert.StartsWith("tenant,id,", files["rows/read.brands.csv"], StringComparison.Ordinal);
            Assert.Contains($"org_taken/", files["media.csv"], StringComparison.Ordinal);
            Assert.All(files.Values, text => Assert.DoesNotContain("marmot", text, StringComparison.Ordinal));
            Assert.All(files.Values, text => Assert.DoesNotContain("ocelot", text, StringComparison.Ordinal));
            Assert.All(files.Values, text => Assert.DoesNotContain("token quetzal", text, StringComparison.Ordinal));
        }
    }

    /// <summary>The files, each of which was found as the manifest has it.</summary>
    private async Task<SortedDictionary<string, string>> Files(NpgsqlDataSource source)
    {
        var pages = kept.Services.GetRequiredService<ExportPages>();
        var archive = new TenantArchive(new TenantRows(source), kept.Services.GetRequiredService<IMediaShelf>(), TimeProvider.System);
        using var kit = new MemoryStream();
        await archive.Write(Taken, after => pages.Next(Taken, after), new NetworkLike(kit), TestContext.Current.CancellationToken);

        using var zip = new ZipArchive(new MemoryStream(kit.ToArray()), ZipArchiveMode.Read);
        var (files, sums) = (new SortedDictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>());
        foreach (var entry in zip.Entries)
        {
            using var bytes = new MemoryStream();
            await (await entry.OpenAsync()).CopyToAsync(bytes);
            files[entry.FullName] = System.Text.Encoding.UTF8.GetString(bytes.ToArray());
            sums[entry.FullName] = Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()));
        }
        var listed = JsonElement.Parse(files["manifest.json"]).GetProperty("files").EnumerateArray().ToList();
        Assert.Equal(files.Keys.Except(["manifest.json"]).Order(), listed.Select(file => file.GetProperty("name").GetString()!).Order());
        Assert.All(listed, file => Assert.Equal(sums[file.GetProperty("name").GetString()!], file.GetProperty("sha256").GetString()));
        return files;
    }

    /// <summary>As a server's answer: neither sought in, nor written to by who does not wait.</summary>
    private sealed class NetworkLike(Stream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            inner.WriteAsync(buffer, cancellationToken);

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            inner.WriteAsync(buffer, offset, count, cancellationToken);

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override void Flush() => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override void Write(byte[] buffer, int offset, int count) =>
            throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
