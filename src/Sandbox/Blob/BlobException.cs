namespace Campaigns.Sandbox.Blob;

/// <summary>A call that Vercel Blob refuses.</summary>
internal sealed class BlobException(int status, string code, string message) : Exception(message)
{
    public int Status => status;

    public string Code => code;

    public static BlobException Forbidden() => new(403, "forbidden", "Access denied, please provide a valid token for this resource.");

    public static BlobException NotFound() => new(404, "not_found", "The requested blob does not exist.");

    public static BlobException BadRequest(string message) => new(400, "bad_request", message);
}
