using System.Text.RegularExpressions;
using Campaigns.Sandbox.Instagram;

namespace Campaigns.Sandbox.Rube;

/// <summary>Whose Instagram a bearer token opens: <c>rube_NAME</c> is the account NAME's, for ever.</summary>
internal static partial class RubeToken
{
    private static readonly object Key = new();

    public static InstagramAccount? AccountOf(string authorization) =>
        Shape.Match(authorization) is { Success: true } match ? InstagramAccount.Named(match.Groups[1].Value) : null;

    public static void SignIn(this HttpContext http, InstagramAccount account) => http.Items[Key] = account;

    public static InstagramAccount SignedIn(this HttpContext http) => (InstagramAccount)http.Items[Key]!;

    [GeneratedRegex("^Bearer rube_([a-z0-9_]+)$")]
    private static partial Regex Shape { get; }
}
