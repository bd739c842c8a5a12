using Campaigns.Domain.Generations;

namespace Campaigns.Integrations.Writing;

/// <summary>Asks for an answer to be mended.</summary>
internal sealed class RepairPrompt
{
    private readonly PromptFile repair = new("answer-repair.v1");

    public string For(string order, FaultyAnswer faulty) =>
        repair.Fill(
            new Dictionary<string, string>
            {
                ["order"] = order,
                ["answer"] = faulty.Answer,
                ["faults"] = string.Join('\n', faulty.Faults.Select(fault => $"- {fault}")),
            }
        );
}
