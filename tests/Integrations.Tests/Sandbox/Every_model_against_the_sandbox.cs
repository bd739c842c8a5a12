using System.Text.Json;
using Campaigns.Domain;
using Campaigns.Domain.Generations;
using Campaigns.Integrations.Media;
using Campaigns.Integrations.Models;
using Campaigns.Integrations.Tests.Media;
using Campaigns.Integrations.Tests.Models;
using SkiaSharp;

namespace Campaigns.Integrations.Tests.Sandbox;

public sealed class Every_model_against_the_sandbox(ModelsAtTheSandbox outside) : IClassFixture<ModelsAtTheSandbox>
{
    private const string Banana = "google/nano-banana-pro";
    private const string Veo = "veo-3.1-generate-preview";
    private const string Fal = "fal-ai/veo3/fast";

    [Theory]
    [InlineData("gemini", "gemini-3-flash-preview")]
    [InlineData("openrouter", "openai/gpt-5.2")]
    public async Task writes_json_to_the_schema(string provider, string model)
    {
        var written = await outside.Text(provider).Write(model, ModelsAtHand.Brief, default);

        Assert.Equal(JsonValueKind.String, JsonDocument.Parse(written.Value()).RootElement.GetProperty("caption").ValueKind);
        Assert.True(written.Usage.Tokens is { Input: > 0, Output: > 0 });
        Assert.Equal(provider == "openrouter", written.Usage.ChargedUsd > 0);
        Assert.NotNull(written.RequestId);
    }

    [Theory]
    [InlineData("gemini", "gemini-3-flash-preview", "truncated", "Broken OutputCut MAX_TOKENS")]
    [InlineData("gemini", "gemini-3-flash-preview", "empty", "Broken OutputUnusable empty")]
    [InlineData("gemini", "gemini-3-flash-preview", "prose", "Broken OutputUnusable malformed")]
    [InlineData("gemini", "gemini-3-flash-preview", "half", "Broken OutputUnusable malformed")]
    [InlineData("gemini", "gemini-3-flash-preview", "reset", "Unclear Transient connection_lost")]
    [InlineData("openrouter", "openai/gpt-5.2", "truncated", "Broken OutputCut length")]
    [InlineData("openrouter", "openai/gpt-5.2", "blocked", "Rejected SafetyRefused content_filter")]
    [InlineData("openrouter", "openai/gpt-5.2", "empty", "Broken OutputUnusable empty")]
    [InlineData("openrouter", "openai/gpt-5.2", "prose", "Broken OutputUnusable malformed")]
    [InlineData("openrouter", "openai/gpt-5.2", "half", "Broken OutputUnusable malformed")]
    [InlineData("openrouter", "openai/gpt-5.2", "error_in_200", "Broken Transient http_502")]
    [InlineData("openrouter", "openai/gpt-5.2", "html", "Broken Transient html")]
    [InlineData("openrouter", "openai/gpt-5.2", "bad_json", "Broken Transient not_json")]
    [InlineData("openrouter", "openai/gpt-5.2", "reset", "Unclear Transient connection_lost")]
    [InlineData("openrouter", "openai/gpt-5.2", "lost_answer", "Unclear Transient connection_lost")]
    [InlineData("openrouter", "openai/gpt-5.2", "token_bad", "Broken Misconfigured http_401")]
    public async Task does_not_write_for_the_reason_the_fault_gives(string provider, string model, string kind, string expected)
    {
        await outside.Fault(new { provider, kind });

        Assert.Equal(expected, (await outside.Text(provider).Write(model, ModelsAtHand.Brief, default)).Said());
    }

    [Theory]
    [InlineData("gemini", "gemini-3-flash-preview")]
    [InlineData("openrouter", "openai/gpt-5.2")]
    public async Task is_read_past_the_words_and_marks_around_its_json(string provider, string model)
    {
        await outside.Fault(new { provider, kind = "fenced" });

        var written = await outside.Text(provider).Write(model, ModelsAtHand.Brief, default);

        Assert.Equal(JsonValueKind.String, JsonDocument.Parse(written.Value()).RootElement.GetProperty("caption").ValueKind);
    }

    [Fact]
    public async Task draws_with_references()
    {
        var asked = ModelsAtHand.Shoe with { References = [new(Pictures.TwoHalves(64, 64), "image/jpeg", null)] };

        var here = Assert.IsType<MediaWork.Here>((await outside.Media("gemini").Begin("gemini-3-pro-image", asked, default)).Value());
        Assert.Equal((928, 1152), SizeOf(here.Bytes.ToArray()));

        var made = await Finished("replicate", Banana, asked);
        Assert.Equal(new MeasuredUsage { Images = 1, ImageSize = "1K" }, made.Usage);
        Assert.Equal((928, 1152), SizeOf(await Fetched("replicate", made)));
    }

    [Fact]
    public async Task speaks_in_a_file_that_plays()
    {
        var spoken = await outside
            .Media("gemini")
            .Begin("gemini-2.5-flash-preview-tts", new MediaRequest.Speech("Às seis, a primeira fornada 🥖", "pt-BR", null), default);

        var here = Assert.IsType<MediaWork.Here>(spoken.Value());
        Assert.Equal("audio/wav", here.ContentType);
        Assert.Equal("RIFF"u8, here.Bytes.Span[..4]);
        Assert.Equal(here.Bytes.Length - 44, BitConverter.ToInt32(here.Bytes.Span[40..44]));
        Assert.Equal(24_000, BitConverter.ToInt32(here.Bytes.Span[24..28]));
        Assert.Equal(new("pcm", 24_000, 1, 1.875), WaveFile.Read(here.Bytes.Span));
        Assert.Equal(29, spoken.Usage.Characters);
        Assert.True(spoken.Usage.Tokens!.Output > 0);
    }

    [Theory]
    [InlineData("veo", Veo)]
    [InlineData("fal", Fal)]
    public async Task films_a_clip_that_a_reel_takes(string provider, string model)
    {
        var made = await Finished(provider, model, ModelsAtHand.Run with { Seconds = 4 });

        using var file = new MemoryStream(await Fetched(provider, made));
        var video = VideoFile.Read(file).Video!;
        Assert.Equal((720, 1280), (video.Width, video.Height));
        Assert.Equal(("h264", "aac", 24d, 4d), (video.Facts.Codec, video.Facts.Audio, video.Facts.FramesPerSecond, video.Facts.Seconds));
        Assert.Equal(4, made.Usage.VideoSeconds);
        Assert.Empty(await outside.Journal("veo", "key_given_away"));
    }

    [Fact]
    public async Task hands_on_a_clip_of_200_MB_without_holding_it()
    {
        var made = await Finished("fal", Fal, ModelsAtHand.Run with { Prompt = "A shoe runs [200 MB]", Seconds = 4 });
        await using var file = (await outside.Media("fal").Open(((MediaWork.There)made.Value()).Address, default)).Value();
        var piece = new byte[128 * 1024];
        var (length, most) = (0L, 0L);
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        while (await file.ReadAsync(piece) is var read and > 0)
        {
            length += read;
            if (length % (20 * 1024 * 1024) < read)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.Equal(200 * 1024 * 1024, length);
        Assert.InRange(most, long.MinValue, 32 * 1024 * 1024);
    }

    [Theory]
    [InlineData("replicate", Banana, "failed", "Broken Transient E8765")]
    [InlineData("replicate", Banana, "blocked", "Rejected SafetyRefused E005")]
    [InlineData("replicate", Banana, "no_output", "Broken OutputUnusable no_output")]
    [InlineData("veo", Veo, "failed", "Broken Transient grpc_13")]
    [InlineData("veo", Veo, "blocked", "Rejected SafetyRefused rai_filtered")]
    [InlineData("veo", Veo, "no_output", "Broken OutputUnusable no_video")]
    [InlineData("fal", Fal, "failed", "Broken Transient internal_server_error")]
    [InlineData("fal", Fal, "blocked", "Rejected SafetyRefused content_policy_violation")]
    [InlineData("fal", Fal, "no_output", "Broken OutputUnusable no_media_generated")]
    public async Task fails_for_the_reason_the_fault_gives(string provider, string model, string kind, string expected)
    {
        await outside.Fault(new { provider, kind });

        Assert.Equal(expected, (await Ended(provider, model, provider == "replicate" ? ModelsAtHand.Shoe : ModelsAtHand.Run)).Said());
    }

    [Theory]
    [InlineData("replicate", Banana, "Broken Transient canceled")]
    [InlineData("fal", Fal, "Broken Transient failed")]
    public async Task stops_when_it_is_told_to(string provider, string model, string ended)
    {
        await outside.Fault(new { provider, kind = "stuck" });
        MediaRequest request = provider == "replicate" ? ModelsAtHand.Shoe : ModelsAtHand.Run;
        var going = (MediaWork.Going)(await outside.Media(provider).Begin(model, request, default)).Value();

        Assert.Equal("Done", (await outside.Media(provider).Cancel(model, going.Operation, default)).Said());
        Assert.Equal("Done", (await outside.Media(provider).Cancel(model, going.Operation, default)).Said());
        Assert.Equal(ended, (await outside.Media(provider).Look(model, going.Operation, default)).Said());
        Assert.NotEmpty(await outside.Journal(provider, "cancel"));
    }

    [Theory]
    [InlineData("replicate", "google/nano-banana-0", "Broken ModelGone http_404")]
    [InlineData("veo", "veo-3.0-generate-preview", "Broken ModelGone NOT_FOUND")]
    [InlineData("fal", "fal-ai/veo0", "Broken ModelGone http_404")]
    public async Task is_gone_when_nobody_has_it(string provider, string model, string expected)
    {
        MediaRequest request = provider == "replicate" ? ModelsAtHand.Shoe : ModelsAtHand.Run;

        Assert.Equal(expected, (await outside.Media(provider).Begin(model, request, default)).Said());
    }

    [Theory]
    [InlineData("replicate", Banana)]
    [InlineData("veo", Veo)]
    [InlineData("fal", Fal)]
    public async Task may_have_begun_when_the_answer_is_lost(string provider, string model)
    {
        await outside.Fault(new { provider, kind = "lost_answer" });
        MediaRequest request = provider == "replicate" ? ModelsAtHand.Shoe : ModelsAtHand.Run;

        Assert.Equal("Unclear OutcomeUnknown connection_lost", (await outside.Media(provider).Begin(model, request, default)).Said());
    }

    private async Task<Attempted<MediaWork>> Finished(string provider, string model, MediaRequest request)
    {
        var ended = await Ended(provider, model, request);
        Assert.True(ended.Reply is Reply<MediaWork>.Done, ended.ToString());
        return ended;
    }

    private async Task<Attempted<MediaWork>> Ended(string provider, string model, MediaRequest request)
    {
        var looked = await outside.Media(provider).Begin(model, request, default);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        while (looked.Reply is Reply<MediaWork>.Done { Value: MediaWork.Going going })
        {
            await Task.Delay(50, patience.Token);
            looked = await outside.Media(provider).Look(model, going.Operation, patience.Token);
        }
        return looked;
    }

    private async Task<byte[]> Fetched(string provider, Attempted<MediaWork> made)
    {
        await using var file = (await outside.Media(provider).Open(Assert.IsType<MediaWork.There>(made.Value()).Address, default)).Value();
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static (int, int) SizeOf(byte[] picture)
    {
        using var data = SKData.CreateCopy(picture);
        using var codec = SKCodec.Create(data);
        return (codec.Info.Width, codec.Info.Height);
    }
}
