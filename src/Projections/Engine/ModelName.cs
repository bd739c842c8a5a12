using System.Globalization;

namespace Campaigns.Projections.Engine;

/// <summary>What the versions of a projection share: <c>calendar</c> of <c>calendar.v1</c>. Readers read under it, whichever version it is.</summary>
internal static class ModelName
{
    public static string Of(string projection) => projection.Split('.', 2)[0];

    /// <summary>2 of <c>calendar.v2</c>; 0 where none is said.</summary>
    public static int VersionOf(string projection) =>
        projection.Split(".v", 2) is [_, var version] && int.TryParse(version, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
