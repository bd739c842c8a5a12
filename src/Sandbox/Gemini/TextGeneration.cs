using System.Text.Json.Nodes;
using Campaigns.Sandbox.Faults;
using Campaigns.Sandbox.Gemini.Copy;

namespace Campaigns.Sandbox.Gemini;

/// <summary>Writes the answer's text: JSON that satisfies the schema, or plain copy.</summary>
internal static class TextGeneration
{
    public static (string Text, string FinishReason, GeminiUsage Usage) Write(GeminiRequest request, Fault? fault)
    {
        var brief = Brief.From(request.Instruction, request.Prompt);
        var text = ModelAnswer.Write(brief, request.Schema, fault?.Kind);

        var (thoughts, finish) = (GeminiUsage.ThoughtsFor(request), "STOP");
        if (fault?.Kind == "truncated")
            (text, finish) = (text[..WholeCharacters.Boundary(text, text.Length / 2)], "MAX_TOKENS");
        else if (
            request.Config["maxOutputTokens"] is JsonValue limit
            && limit.TryGetValue<int>(out var most)
            && thoughts + GeminiUsage.Of(text) > most
        )
        {
            // Thoughts come first and are counted first: too low a limit leaves no text at all.
            thoughts = Math.Min(thoughts, most);
            (text, finish) = (text[..WholeCharacters.Boundary(text, (most - thoughts) * 4)], "MAX_TOKENS");
        }
        return (text, finish, new GeminiUsage(GeminiUsage.PromptOf(request), GeminiUsage.Of(text), thoughts, "TEXT"));
    }
}
