namespace Campaigns.Sandbox.Instagram;

/// <summary>Numeric ids of Instagram's length (17 digits), drawn from a name.</summary>
internal static class InstagramIds
{
    public static string Of(string name) => $"178{Seed.Long(name) % 100_000_000_000_000:D14}";
}
