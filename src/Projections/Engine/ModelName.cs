namespace Campaigns.Projections.Engine;

/// <summary>What the versions of a projection share: <c>calendar</c> of <c>calendar.v1</c>. Readers read under it, whichever version it is.</summary>
internal static class ModelName
{
    public static string Of(string projection) => projection.Split('.', 2)[0];
}
