using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Campaigns.Domain;
using Campaigns.Integrations.Http;

namespace Campaigns.Integrations.Gemini;

/// <summary>Calls <c>generateContent</c> once and says what came of it.</summary>
internal sealed class GeminiClient(HttpClient http)
{
    public const string KeyHeader = "x-goog-api-key";

    public async Task<Reply<GeminiAnswer>> Generate(string model, JsonObject request, TimeSpan timeout, CancellationToken ct)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(timeout);
        try
        {
            var path = new Uri($"models/{Uri.EscapeDataString(model)}:generateContent", UriKind.Relative);
            using var response = await http.PostAsJsonAsync(path, request, deadline.Token);
            return response.IsSuccessStatusCode
                ? GeminiAnswer.Read(await response.Content.ReadAsByteArrayAsync(deadline.Token), model)
                : await GeminiError.Read(response, deadline.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Unclear("timeout", "Gemini did not answer in time; what it made may be billed.");
        }
        catch (HttpRequestException failure) when (failure.NeverSent())
        {
            return new Reply<GeminiAnswer>.Broken(new(ProblemClass.Transient, "connect_failed", "Gemini could not be reached."));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return Unclear("connection_lost", "The connection to Gemini broke; what it made may be billed.");
        }
    }

    // Transient, for there is nothing to ask afterwards: the answer is lost, and only asking again brings one.
    private static Reply<GeminiAnswer>.Unclear Unclear(string code, string message) => new(new(ProblemClass.Transient, code, message));
}
