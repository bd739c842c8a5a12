namespace Campaigns.Sandbox.Journal;

/// <summary><c>/_journal</c>: what happened, oldest first.</summary>
internal static class JournalEndpoints
{
    public static IServiceCollection AddJournal(this IServiceCollection services) => services.AddSingleton<CallJournal>();

    public static void MapJournal(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            "/_journal",
            (HttpContext http, CallJournal journal, string? provider, string? operation, long? since) =>
                JsonReply.Write(http, journal.Read(provider, operation, since ?? 0))
        );
        routes.MapDelete("/_journal", (CallJournal journal) => journal.Clear());
    }
}
