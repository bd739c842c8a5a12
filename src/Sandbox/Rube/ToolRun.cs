using System.Text.Json.Nodes;
using Campaigns.Sandbox.Faults;
using Campaigns.Sandbox.Instagram;

namespace Campaigns.Sandbox.Rube;

/// <summary>One run of one Instagram tool: for whom, with what. <c>Outcome</c> is what the journal says of a success: ok, or lost.</summary>
internal sealed record ToolRun(string Slug, InstagramAccount Account, JsonObject Arguments, string Outcome)
{
    public Call Call => new("instagram", [Slug], [Account.Username, Account.Id]);

    public string? Text(string name) => Arguments[name]?.GetValue<string>();

    public string Required(string name) => Text(name)!;

    public bool Flag(string name) => Arguments[name]?.GetValue<bool>() ?? false;

    public int? Number(string name) => (int?)Arguments[name]?.GetValue<double>();

    public IReadOnlyList<string>? List(string name) =>
        Arguments[name] is JsonArray list ? [.. list.Select(one => one!.GetValue<string>())] : null;
}
