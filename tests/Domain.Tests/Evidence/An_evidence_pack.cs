using System.Text;
using System.Text.Json.Nodes;
using Campaigns.Domain.Evidence;

namespace Campaigns.Domain.Tests.Evidence;

public sealed class An_evidence_pack
{
    private static readonly JsonObject About = new() { ["publication"] = Outing.Value, ["tenant"] = "org_club" };

    private static readonly byte[] Pack = EvidencePack.Write(About, [Fact(1, "Fresh bread 🥐 at “seven”."), Fact(2, "Line\nbreak")]);

    [Fact]
    public void is_intact_as_it_was_written()
    {
        var check = EvidenceCheck.Of(Pack);

        Assert.Equal((null, 2), (check.Broken, check.Entries));
        Assert.Equal((string?)JsonNode.Parse(Pack)!["head"], check.Head);
        Assert.Equal(64, check.Head!.Length);
    }

    [Fact]
    public void is_the_same_bytes_for_the_same_events() =>
        Assert.Equal(Pack, EvidencePack.Write(About, [Fact(1, "Fresh bread 🥐 at “seven”."), Fact(2, "Line\nbreak")]));

    [Fact]
    public void tells_its_entries_and_what_binds_them()
    {
        var entries = JsonNode.Parse(Pack)!["entries"]!.AsArray();

        Assert.Equal((string?)entries[0]!["hash"], (string?)entries[1]!["previous"]);
        Assert.Equal("2026-11-24T09:00:00.1234567Z", (string?)entries[0]!["recordedAt"]);
        Assert.Equal("user_anna", (string?)entries[0]!["actor"]);
    }

    [Fact]
    public void shows_a_change_of_any_byte()
    {
        for (var at = 0; at < Pack.Length; at++)
            foreach (var flip in (byte[])[0x01, 0x20, 0x80])
            {
                var changed = Pack.ToArray();
                changed[at] ^= flip;
                Assert.True(EvidenceCheck.Of(changed).Broken is not null, $"byte {at} may be {changed[at]} too");
            }
    }

    [Fact]
    public void shows_a_byte_more_or_less()
    {
        Assert.NotNull(EvidenceCheck.Of([.. Pack, (byte)'\n']).Broken);
        Assert.NotNull(EvidenceCheck.Of(Pack.AsSpan()[..^1]).Broken);
        Assert.NotNull(EvidenceCheck.Of([]).Broken);
    }

    [Fact]
    public void shows_an_entry_that_is_missing_or_moved()
    {
        var without = JsonNode.Parse(Pack)!;
        without["entries"]!.AsArray().RemoveAt(0);
        var moved = JsonNode.Parse(Pack)!;
        var first = moved["entries"]![0]!.DeepClone();
        moved["entries"]!.AsArray().RemoveAt(0);
        moved["entries"]!.AsArray().Add(first);

        Assert.Equal("What stands above the entries was changed.", EvidenceCheck.Of(CanonicalJson.Of(without)).Broken);
        Assert.Equal("What stands above the entries was changed.", EvidenceCheck.Of(CanonicalJson.Of(moved)).Broken);
    }

    [Fact]
    public void names_the_entry_that_was_changed()
    {
        var changed = JsonNode.Parse(Pack)!;
        changed["entries"]![1]!["data"]!["text"] = "Other words";

        Assert.Equal("Entry 2 was changed.", EvidenceCheck.Of(CanonicalJson.Of(changed)).Broken);
    }

    [Theory]
    [InlineData("[]", "It is no JSON object.")]
    [InlineData("{}", "Its format is not campaigns.evidence.v1.")]
    [InlineData("{\"format\":\"campaigns.evidence.v1\"}", "It has no entries.")]
    [InlineData("{", "It is no JSON, or not as a pack is written.")]
    [InlineData("{\"format\":1}", "It is no JSON, or not as a pack is written.")]
    [InlineData("{\"format\":\"campaigns.evidence.v1\",\"entries\":[1]}", "It has no entries.")]
    public void is_not_just_any_file(string file, string broken) =>
        Assert.Equal(broken, EvidenceCheck.Of(Encoding.UTF8.GetBytes(file)).Broken);

    private static EvidenceFact Fact(int version, string text) =>
        new(
            "publication-org_club/1",
            version,
            $"{version + 40}",
            Uuid((byte)version),
            "publication.held.v1",
            Nine.AddTicks(1234567),
            Anna,
            CommandId.Parse($"cmd-{version}"),
            new JsonObject { ["text"] = text, ["count"] = 3 }
        );
}
