using System.Text.Json;

namespace Campaigns.Integrations.Tests.Gemini;

/// <summary>Bodies as Gemini sends them.</summary>
internal static class GeminiAnswers
{
    public static string Text(string text, string finishReason = "STOP") =>
        $$$"""
            {"candidates":[{"content":{"role":"model","parts":[{"text":"thinking aloud","thought":true},{"text":{{{JsonSerializer.Serialize(
                text
            )}}}}]},
             "finishReason":"{{{finishReason}}}","index":0}],
             "usageMetadata":{"promptTokenCount":120,"cachedContentTokenCount":20,"candidatesTokenCount":300,"thoughtsTokenCount":55,"totalTokenCount":475},
             "modelVersion":"gemini-3-flash-preview-09","responseId":"r1"}
            """;

    public static string Finish(string reason) =>
        $$$"""{"candidates":[{"finishReason":"{{{reason}}}","index":0}],"usageMetadata":{"promptTokenCount":9,"totalTokenCount":9},"modelVersion":"m"}""";

    public static string Blocked(string reason) =>
        $$$"""{"promptFeedback":{"blockReason":"{{{reason}}}"},"usageMetadata":{"promptTokenCount":9}}""";

    public static string Error(int code, string status, string details = "") =>
        $$$"""{"error":{"code":{{{code}}},"message":"Retry, quota PerDay, API key: words nobody may act on","status":"{{{status}}}","details":[{{{details}}}]}}""";

    public static string Reason(string reason) =>
        $$$"""{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"{{{reason}}}","domain":"googleapis.com"}""";

    public static string RetryIn(string delay) => $$$"""{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"{{{delay}}}"}""";

    public static string Quota(string id) =>
        $$$"""{"@type":"type.googleapis.com/google.rpc.QuotaFailure","violations":[{"quotaMetric":"requests","quotaId":"{{{id}}}","quotaValue":"10"}]}""";

    public static string Image(byte[] bytes, string type = "image/png") =>
        $$$"""
            {"candidates":[{"content":{"role":"model","parts":[
             {"thought":true,"inlineData":{"mimeType":"image/png","data":"AAAA"}},
             {"text":"Here it is."},
             {"inlineData":{"mimeType":"{{{type}}}","data":"{{{Convert.ToBase64String(bytes)}}}"}}]},"finishReason":"STOP"}],
             "usageMetadata":{"promptTokenCount":40,"candidatesTokenCount":1120,"totalTokenCount":1160},"modelVersion":"gemini-3-pro-image"}
            """;
}
