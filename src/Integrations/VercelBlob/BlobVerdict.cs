using System.Globalization;
using Campaigns.Domain;

namespace Campaigns.Integrations.VercelBlob;

/// <summary>What a failure of Vercel Blob means: by its code, and by the HTTP status where it has none.</summary>
/// <param name="Class">What to do about it.</param>
/// <param name="Again">Whether the same call may do in a moment.</param>
internal sealed record BlobVerdict(ProblemClass Class, bool Again)
{
    public const string NotFound = "not_found";
    public const string RateLimited = "rate_limited";

    private static readonly BlobVerdict Passing = new(ProblemClass.Transient, Again: true);
    private static readonly BlobVerdict Crowded = new(ProblemClass.Throttled, Again: true);
    private static readonly BlobVerdict OurSetup = new(ProblemClass.Misconfigured, Again: false);
    private static readonly BlobVerdict TheFile = new(ProblemClass.ContentRejected, Again: false);

    private static readonly Dictionary<string, BlobVerdict> Codes = new()
    {
        ["unknown_error"] = Passing,
        ["internal_server_error"] = Passing,
        ["service_unavailable"] = Passing,
        ["precondition_failed"] = Passing,
        [RateLimited] = Crowded,
        ["forbidden"] = OurSetup,
        ["store_not_found"] = OurSetup,
        ["store_suspended"] = OurSetup,
        ["client_token_expired"] = OurSetup,
        ["client_token_pathname_mismatch"] = OurSetup,
        ["oidc_environment_not_allowed"] = OurSetup,
        ["bad_request"] = OurSetup, // we spoke wrongly
        ["not_allowed"] = OurSetup,
        [NotFound] = TheFile,
        ["content_type_not_allowed"] = TheFile,
        ["file_too_large"] = TheFile,
    };

    /// <param name="code">The vendor's; null when the answer had none, as a page for people has none.</param>
    /// <param name="status">Of HTTP.</param>
    public static BlobVerdict Of(string? code, int status) =>
        code is not null && Codes.TryGetValue(code, out var known)
            ? known
            : status switch
            {
                429 => Crowded,
                >= 500 or 408 => Passing,
                401 or 403 => OurSetup,
                413 or 415 => TheFile,
                >= 400 => OurSetup,
                _ => new(ProblemClass.Unfamiliar, Again: true), // a page where JSON should be
            };

    public static string CodeOf(string? code, int status) => code ?? string.Create(CultureInfo.InvariantCulture, $"http_{status}");

    /// <summary>As a reply: nothing happened.</summary>
    public Reply<T> Reply<T>(string code, TimeSpan? retryAfter)
    {
        var problem = new Problem(Class, code, "The store of pictures and videos does not take the call.");
        return Class switch
        {
            ProblemClass.ContentRejected => new Reply<T>.Rejected(problem),
            ProblemClass.Misconfigured => new Reply<T>.Broken(problem),
            _ => new Reply<T>.Busy(problem, retryAfter),
        };
    }
}
