using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Campaigns.Sandbox;

/// <summary>Writes JSON as a vendor does: its status and its content type to the letter.</summary>
internal static class JsonReply
{
    /// <summary>Letters stay letters, as vendors write them, and not <c>\u00e3</c>.</summary>
    public static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Task Write(HttpContext http, int status, JsonNode? body, string contentType = "application/json") =>
        WriteText(http, status, body?.ToJsonString(Plain) ?? "null", contentType);

    public static Task Write<T>(HttpContext http, T body) =>
        WriteText(http, StatusCodes.Status200OK, JsonSerializer.Serialize(body, Plain), "application/json");

    public static Task WriteText(HttpContext http, int status, string text, string contentType)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        return http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask();
    }
}
