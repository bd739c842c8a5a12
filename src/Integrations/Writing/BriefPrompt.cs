using System.Text;
using System.Text.Json.Nodes;
using Campaigns.Domain;
using Campaigns.Domain.Generations;
using Campaigns.Integrations.Http;

namespace Campaigns.Integrations.Writing;

/// <summary>Our side of the conversation about a brief.</summary>
internal sealed class BriefPrompt
{
    /// <summary>Stands in the provenance of what was written.</summary>
    public const string Version = "brief.v1";

    private const int Longest = 20_000; // as of any brief

    private readonly PromptFile instructions = new(Version);
    private readonly PromptFile order = new($"{Version}.order");

    public string Instructions => instructions.ToString();

    public static JsonObject Schema => JsonShape.Object(("brief", JsonShape.Text("The better brief.")));

    public string Order(GenerationJob.Improve job) =>
        order.Fill(
            new Dictionary<string, string>
            {
                ["instruction"] = job.Instruction ?? "none",
                ["brand"] = BrandLines.Of(job.Brand),
                ["brief"] = job.Brief,
            }
        );

    public static ReadAnswer Read(string json, Provenance madeBy)
    {
        var root = LenientJson.Parse(Encoding.UTF8.GetBytes(json)) ?? default;
        return DraftReader.Filled(root.Text("brief")) switch
        {
            null => new(null, new(json, ["`brief` is missing."], Usable: null)),
            { Length: > Longest } => new(null, new(json, [$"`brief` is longer than {Longest} characters."], Usable: null)),
            var text => new(new GenerationResult.Brief(text, madeBy), null),
        };
    }
}
