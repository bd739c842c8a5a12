namespace Campaigns.Sandbox.Faults;

/// <summary>Marks a request whose answer will never arrive, so that the journal can say so.</summary>
internal static class LostAnswer
{
    private static readonly object Key = new();

    public static void MarkLost(this HttpContext http) => http.Items[Key] = true;

    public static string OutcomeWhenDone(this HttpContext? http) => http?.Items.ContainsKey(Key) == true ? "lost" : "ok";
}
