using System.Text.RegularExpressions;

namespace Campaigns.Integrations.Writing;

/// <summary>A prompt kept as a file beside the code. Its name carries its version: a changed prompt is a new file.</summary>
internal sealed partial class PromptFile
{
    private readonly string text;

    public PromptFile(string name)
    {
        var resource = $"{typeof(PromptFile).Namespace}.Prompts.{name}.md";
        using var stream =
            typeof(PromptFile).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The prompt {resource} is not in the assembly.");
        using var reader = new StreamReader(stream);
        text = reader.ReadToEnd();
    }

    /// <summary>The text with its <c>{{blanks}}</c> filled, in one pass: what is filled in is not looked at again.</summary>
    public string Fill(IReadOnlyDictionary<string, string> blanks) => Blank.Replace(text, blank => blanks[blank.Groups[1].Value]);

    /// <inheritdoc />
    public override string ToString() => text;

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Blank { get; }
}
