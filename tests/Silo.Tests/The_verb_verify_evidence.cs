using System.Diagnostics;
using System.Text.Json.Nodes;
using Campaigns.Domain;
using Campaigns.Domain.Evidence;
using Campaigns.Harness;

namespace Campaigns.Silo.Tests;

/// <summary>The verb, and the script of the documentation that shares no line with it.</summary>
public sealed class The_verb_verify_evidence : IDisposable
{
    private static readonly Dictionary<string, string?> NoEnvironment = [];

    private readonly string folder = Directory.CreateTempSubdirectory("campaigns-evidence-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task and_the_documented_script_find_a_pack_intact()
    {
        var (file, head) = await Pack(_ => { });

        var verb = await Executable.Run(NoEnvironment, "verify-evidence", file, head);
        var script = await Script(file, head);

        Assert.Equal((0, ""), (verb.Code, verb.Errors));
        Assert.Contains($"intact: 2 entries, head {head}", verb.Output, StringComparison.Ordinal);
        Assert.Equal((0, $"intact: 2 entries, head {head}"), script);
    }

    [Fact]
    public async Task and_the_documented_script_find_a_pack_changed()
    {
        var (file, head) = await Pack(_ => { });
        var bytes = await File.ReadAllBytesAsync(file);
        foreach (var at in (int[])[0, bytes.Length / 3, bytes.Length / 2, bytes.Length - 2])
        {
            var changed = bytes.ToArray();
            changed[at] ^= 0x01;
            await File.WriteAllBytesAsync(file, changed);
            Assert.NotEqual(0, (await Script(file, head)).Code);
        }

        var verb = await Executable.Run(NoEnvironment, "verify-evidence", file);
        Assert.Equal(1, verb.Code);
        Assert.Contains("is not intact", verb.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task and_the_documented_script_find_another_chain_by_the_head_that_was_kept()
    {
        var (_, kept) = await Pack(_ => { });
        var (forged, _) = await Pack(about => about["tenant"] = "org_other");

        Assert.Equal(1, (await Executable.Run(NoEnvironment, "verify-evidence", forged, kept)).Code);
        Assert.Equal(1, (await Script(forged, kept)).Code);
        Assert.Equal(0, (await Script(forged, "")).Code);
    }

    private async Task<(string File, string Head)> Pack(Action<JsonObject> change)
    {
        var about = new JsonObject { ["tenant"] = "org_club" };
        change(about);
        var pack = EvidencePack.Write(about, [Fact(1, "Pão às sete 🥐 \u2028 \"quoted\" \\ \u0001"), Fact(2, "0.5")]);
        var file = Path.Combine(folder, $"{Guid.CreateVersion7(DateTimeOffset.UnixEpoch)}.json");
        await File.WriteAllBytesAsync(file, pack);
        return (file, (string)JsonNode.Parse(pack)!["head"]!);
    }

    private static EvidenceFact Fact(int version, string text) =>
        new(
            "publication-org_club/1",
            version,
            $"{version}",
            new Guid(version, 0, 0, new byte[8]),
            "publication.held.v1",
            DateTimeOffset.UnixEpoch,
            ActorId.Publisher,
            null,
            new JsonObject { ["text"] = text, ["numbers"] = new JsonArray(1, 0.5, 1e-7, 123456789012L) }
        );

    private static async Task<(int Code, string Output)> Script(string file, string head)
    {
        var start = new ProcessStartInfo("node", [Checkout.PathOf("docs/verify-evidence.mjs"), file, head])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            await errors;
            return (process.ExitCode, (await output).Trim());
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.True(Environment.GetEnvironmentVariable("CI") != "true", "Node is missing: CI needs it for the documented check.");
            Assert.Skip("Node is missing.");
            throw;
        }
    }
}
