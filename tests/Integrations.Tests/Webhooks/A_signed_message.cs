using Campaigns.Integrations.Webhooks;

namespace Campaigns.Integrations.Tests.Webhooks;

/// <summary>What we sign ourselves is believed by the verifier that receivers use.</summary>
public sealed class A_signed_message
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string NewSecret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private const string Body = """{"type":"post.live","data":{"reason":"São João – já está"}}""";

    [Fact]
    public void has_the_signature_of_the_schemes_own_example() =>
        Assert.Equal(
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            WebhookSignature.Of(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                DateTimeOffset.FromUnixTimeSeconds(1614265330),
                """{"test": 2432232314}""",
                [Secret]
            )
        );

    [Fact]
    public async Task is_believed_by_svix_and_a_changed_one_is_not()
    {
        var call = await Sent([Secret]);

        Assert.Equal("post.live", (await Svix.Verify(Secret, call))?.GetProperty("type").GetString());
        Assert.Null(await Svix.Verify(Secret, call, call.Body.Replace("live", "held")));
        Assert.Null(await Svix.Verify(NewSecret, call));
    }

    [Fact]
    public async Task is_believed_by_svix_with_either_secret_while_one_follows_the_other()
    {
        var call = await Sent([NewSecret, Secret]);

        Assert.NotNull(await Svix.Verify(Secret, call));
        Assert.NotNull(await Svix.Verify(NewSecret, call));
    }

    private static async Task<StandIn.Call> Sent(string[] secrets)
    {
        await using var receiver = await StandIn.Answering(Answers.Status(204));
        var answer = await Sending.Sender().Send(new(receiver.Url, "msg_1", TimeProvider.System.GetUtcNow(), Body, secrets), default);

        Assert.True(answer.Arrived, answer.Error);
        return Assert.Single(receiver.Calls);
    }
}
