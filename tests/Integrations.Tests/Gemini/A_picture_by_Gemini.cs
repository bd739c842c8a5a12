using Campaigns.Domain.Generations;
using Campaigns.Domain.Media;
using Campaigns.Integrations.Models;
using Campaigns.Integrations.Tests.Models;

namespace Campaigns.Integrations.Tests.Gemini;

public sealed class A_picture_by_Gemini
{
    [Theory]
    [InlineData(AspectRatio.Square, "1:1")]
    [InlineData(AspectRatio.Portrait, "4:5")]
    [InlineData(AspectRatio.Tall, "9:16")]
    [InlineData(AspectRatio.Wide, "16:9")]
    public async Task is_asked_for_in_its_shape(AspectRatio ratio, string wire)
    {
        await using var gemini = await StandIn.Answering(Answers.Json(GeminiAnswers.Image([1])));
        await using var adapter = GeminiAtHand.At(gemini.Url);

        await adapter.Draw("A shoe", ratio);

        var call = Assert.Single(gemini.Calls);
        Assert.Equal("/v1beta/models/gemini-3-pro-image:generateContent", call.Path);
        Assert.Equal(wire, call.Json.GetProperty("generationConfig").GetProperty("imageConfig").GetProperty("aspectRatio").GetString());
    }

    [Fact]
    public async Task is_the_finished_one_with_its_own_type_not_a_draft_among_the_thoughts()
    {
        await using var gemini = await StandIn.Answering(Answers.Json(GeminiAnswers.Image([1, 2, 3], "image/jpeg")));
        await using var adapter = GeminiAtHand.At(gemini.Url);

        var drawn = await adapter.Draw("A shoe", AspectRatio.Square);

        var image = Assert.IsType<MediaWork.Here>(drawn.Value());
        Assert.Equal([1, 2, 3], image.Bytes.ToArray());
        Assert.Equal(("image/jpeg", "gemini-3-pro-image"), (image.ContentType, drawn.Model));
        Assert.Equal(new TokenUsage(40, 0, 1120, 0), drawn.Usage.Tokens);
    }

    public static TheoryData<string, string> NoPictures =>
        new()
        {
            { "Broken OutputUnusable NO_IMAGE", GeminiAnswers.Finish("NO_IMAGE") },
            { "Broken OutputUnusable NO_IMAGE", GeminiAnswers.Text("I would rather not.") },
            { "Broken OutputUnusable IMAGE_OTHER", GeminiAnswers.Finish("IMAGE_OTHER") },
            { "Rejected SafetyRefused IMAGE_SAFETY", GeminiAnswers.Finish("IMAGE_SAFETY") },
            { "Rejected SafetyRefused IMAGE_PROHIBITED_CONTENT", GeminiAnswers.Finish("IMAGE_PROHIBITED_CONTENT") },
            { "Rejected SafetyRefused IMAGE_RECITATION", GeminiAnswers.Finish("IMAGE_RECITATION") },
            { "Rejected SafetyRefused blocked/IMAGE_SAFETY", GeminiAnswers.Blocked("IMAGE_SAFETY") },
            {
                "Broken OutputUnusable malformed",
                """{"candidates":[{"content":{"parts":[{"inlineData":{"mimeType":"image/png","data":"***"}}]},"finishReason":"STOP"}]}"""
            },
        };

    [Theory, MemberData(nameof(NoPictures))]
    public async Task is_told_apart_from_every_kind_of_no(string expected, string body)
    {
        await using var gemini = await StandIn.Answering(Answers.Json(body));
        await using var adapter = GeminiAtHand.At(gemini.Url);

        Assert.Equal(expected, (await adapter.Draw("A shoe", AspectRatio.Square)).Said());
    }
}
