namespace Campaigns.Integrations.Models;

/// <summary>A provider's models that write JSON to a schema. One call is one attempt: choosing another model after it is the caller's.</summary>
public interface ITextModels
{
    /// <summary>As <see cref="Domain.Generations.ModelChoice.Provider"/> names it.</summary>
    string Provider { get; }

    /// <summary>Writes once. The value is whole JSON text; whether it fits the domain is the caller's to check.</summary>
    Task<Attempted<string>> Write(string model, TextRequest request, CancellationToken ct);
}
