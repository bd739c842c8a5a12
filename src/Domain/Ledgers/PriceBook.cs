using Campaigns.Domain.Generations;

namespace Campaigns.Domain.Ledgers;

/// <summary>What every model costs, and since when: the one source of prices.</summary>
/// <param name="Version">Told with every amount that is reckoned with it.</param>
/// <param name="Entries">Of one model and one moment at most one holds.</param>
/// <param name="Unknown">What is taken for a model that has no entry: more than any would cost. Null: such a model is refused.</param>
public sealed record PriceBook(string Version, IReadOnlyList<PriceEntry> Entries, ModelPrice? Unknown)
{
    /// <summary>What a model costs at a moment; null when it has no price and none is taken for it.</summary>
    public PricedModel? Find(ModelChoice model, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(model);
        PriceEntry? best = null;
        foreach (var entry in Entries)
            if (entry.IsOf(model) && entry.HoldsAt(at) && (best is null || entry.Precision > best.Precision))
                best = entry;
        return best is not null ? new(best.Price, Version)
            : Unknown is not null ? new(Unknown, $"{Version}/unknown")
            : null;
    }
}

/// <summary>What models cost in a span of time.</summary>
/// <param name="Provider">As <see cref="ModelChoice.Provider"/> names it.</param>
/// <param name="Model">A model's id, or the beginning of several with <c>*</c> behind it; the longest that fits holds.</param>
/// <param name="From">From the beginning of this day on, UTC.</param>
/// <param name="Until">Until the beginning of this day, UTC; null: until further notice.</param>
/// <param name="Price">What it costs.</param>
public sealed record PriceEntry(string Provider, string Model, DateOnly From, DateOnly? Until, ModelPrice Price)
{
    /// <summary>Whether it is about this model.</summary>
    public bool IsOf(ModelChoice model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Provider == model.Provider
            && (Model.EndsWith('*') ? model.Model.StartsWith(Model[..^1], StringComparison.Ordinal) : Model == model.Model);
    }

    /// <summary>The higher, the nearer it is to naming one model alone.</summary>
    internal int Precision => Model.EndsWith('*') ? Model.Length : int.MaxValue;

    /// <summary>Whether it holds at this moment.</summary>
    public bool HoldsAt(DateTimeOffset at)
    {
        var utc = at.ToUniversalTime();
        var day = new DateOnly(utc.Year, utc.Month, utc.Day);
        return From <= day && (Until is not { } until || day < until);
    }
}

/// <summary>A model's price.</summary>
/// <param name="Price">What it costs.</param>
/// <param name="Version">Of the book; followed by <c>/unknown</c> where the model has no entry in it.</param>
public sealed record PricedModel(ModelPrice Price, string Version);
