using Campaigns.Domain.Ledgers;
using Campaigns.Silo.Configuration;

namespace Campaigns.Silo.Prices;

/// <summary>The price book: the file that came with the program, or another one.</summary>
internal static class PriceFile
{
    private const string Variable = "CAMPAIGNS_PRICES";

    /// <summary>Reads it; null when it cannot be used, which is a problem.</summary>
    public static PriceBook? Read(Variables variables)
    {
        try
        {
            return variables.Text(Variable) is { } path ? PriceBookJson.Read(File.ReadAllBytes(path)) : Own();
        }
        catch (FormatException e)
        {
            variables.Refuse(Variable, $"names a file that is no price book: {e.Message}", "/etc/campaigns/prices.json");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            variables.Refuse(Variable, $"names a file that cannot be read: {e.Message}", "/etc/campaigns/prices.json");
        }
        return null;
    }

    /// <summary>Whom estimates take to be asked.</summary>
    public static UsualModels UsualModels(GeminiSettings? gemini) =>
        new(
            new("gemini", gemini?.TextModel ?? "gemini-3-flash-preview"),
            new("gemini", gemini?.ImageModel ?? "gemini-3-pro-image"),
            new("veo", "veo-3.1-fast-generate-preview"),
            new("gemini", "gemini-2.5-flash-preview-tts")
        );

    /// <summary>The one that came with the program.</summary>
    internal static PriceBook Own()
    {
        using var stored = typeof(PriceFile).Assembly.GetManifestResourceStream("prices.json")!;
        using var bytes = new MemoryStream();
        stored.CopyTo(bytes);
        return PriceBookJson.Read(bytes.ToArray());
    }
}
