using Campaigns.Projections.Reading;

namespace Campaigns.Api.Reading;

/// <summary>Which way a list is ordered.</summary>
public enum OrderDirection
{
    /// <summary>Smallest or earliest first.</summary>
    Asc,

    /// <summary>Largest or latest first.</summary>
    Desc,
}

/// <summary>The readers' word for it.</summary>
internal static class OrderDirections
{
    public static Direction ToDirection(this OrderDirection direction) =>
        direction is OrderDirection.Desc ? Direction.Descending : Direction.Ascending;
}
