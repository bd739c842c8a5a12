using System.Net;
using System.Net.Sockets;
using Campaigns.Integrations.Webhooks;

namespace Campaigns.Integrations.Tests.Webhooks;

public sealed class Sending_to_a_webhook
{
    [Fact]
    public async Task carries_the_body_to_the_byte_and_names_the_message()
    {
        await using var receiver = await StandIn.Answering(Answers.Status(200));

        var answer = await Sending.Sender().Send(Sending.To(receiver.Url) with { Body = """{"a": "ü"}""" }, default);

        var call = Assert.Single(receiver.Calls);
        Assert.Equal((true, 200), (answer.Arrived, answer.Status!.Value));
        Assert.Equal(
            ("POST", """{"a": "ü"}""", "msg_1", "1795510800"),
            (call.Method, call.Body, call.Headers["webhook-id"], call.Headers["webhook-timestamp"])
        );
        Assert.Equal("application/json; charset=utf-8", call.Headers["Content-Type"]);
    }

    [Fact]
    public async Task carries_no_trace_of_ours()
    {
        await using var receiver = await StandIn.Answering(Answers.Status(200));
        using var activity = new System.Diagnostics.Activity("step").SetIdFormat(System.Diagnostics.ActivityIdFormat.W3C).Start();

        await Sending.Sender().Send(Sending.To(receiver.Url), default);

        Assert.DoesNotContain("traceparent", Assert.Single(receiver.Calls).Headers.Keys, StringComparer.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(410)]
    [InlineData(500)]
    public async Task fails_when_it_is_refused(int status)
    {
        await using var receiver = await StandIn.Answering(Answers.Status(status));

        var answer = await Sending.Sender().Send(Sending.To(receiver.Url), default);

        Assert.Equal((false, status), (answer.Arrived, answer.Status!.Value));
    }

    [Fact]
    public async Task hears_how_long_it_should_wait()
    {
        await using var receiver = await StandIn.Answering(Answers.Send(429, "text/plain", "", ("Retry-After", "120")));

        Assert.Equal(TimeSpan.FromMinutes(2), (await Sending.Sender().Send(Sending.To(receiver.Url), default)).RetryAfter);
    }

    [Fact]
    public async Task follows_no_redirect()
    {
        await using var inside = await StandIn.Answering(Answers.Status(200));
        await using var receiver = await StandIn.Answering(Answers.Send(307, "text/plain", "", ("Location", inside.Url.ToString())));

        var answer = await Sending.Sender().Send(Sending.To(receiver.Url), default);

        Assert.Equal((false, 307), (answer.Arrived, answer.Status!.Value));
        Assert.Empty(inside.Calls);
    }

    [Fact]
    public async Task gives_up_on_one_that_says_nothing()
    {
        await using var receiver = await StandIn.Answering(Answers.Silence);

        var answer = await Sending.Sender(deadline: TimeSpan.FromMilliseconds(300)).Send(Sending.To(receiver.Url), default);

        Assert.Equal((null, "No answer within 0.3 s."), (answer.Status, answer.Error));
    }

    [Fact]
    public async Task fails_when_the_other_side_hangs_up()
    {
        await using var receiver = await StandIn.Answering(Answers.HangUp);

        Assert.False((await Sending.Sender().Send(Sending.To(receiver.Url), default)).Arrived);
    }

    [Fact]
    public async Task fails_when_no_connection_comes_about_in_time()
    {
        var options = new WebhookOptions(LoopbackAllowed: true) { ConnectWithin = TimeSpan.FromMilliseconds(200) };
        var sender = WebhooksRegistration.Sender(options with { Deadline = TimeSpan.FromMinutes(1) }, Never, TimeProvider.System);

        var answer = await sender.Send(Sending.To(new("https://hooks.example.com/")), default);

        // An answer, so that it is recorded as an attempt, and no exception that would have it tried at once.
        Assert.Equal((null, "No connection could be made in time."), (answer.Status, answer.Error));

        static async Task<IPAddress[]> Never(string host, CancellationToken ct)
        {
            await Task.Delay(Timeout.Infinite, ct);
            return [];
        }
    }

    [Fact]
    public async Task fails_when_nobody_is_there()
    {
        // Bound and never listened on: nobody else can come to listen there meanwhile.
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        var answer = await Sending.Sender().Send(Sending.To(new($"http://{taken.LocalEndPoint}/")), default);

        Assert.Equal((null, "It could not be connected to."), (answer.Status, answer.Error));
    }

    [Theory]
    [InlineData("10.1.2.3")]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    [InlineData("::ffff:192.168.0.1")]
    [InlineData("fd12:3456::1")]
    public async Task connects_to_no_private_address_that_a_name_leads_to(string address)
    {
        foreach (var loopbackAllowed in (bool[])[false, true])
        {
            var sender = Sending.Sender(loopbackAllowed, resolve: _ => [IPAddress.Parse(address)]);

            var answer = await sender.Send(Sending.To(new("https://hooks.example.com/")), default);

            Assert.Equal((null, "Its name leads to no public address."), (answer.Status, answer.Error));
        }
    }

    [Fact]
    public async Task reaches_this_machine_in_the_sandbox_alone()
    {
        await using var receiver = await StandIn.Answering(Answers.Status(200));

        Assert.False((await Sending.Sender(loopbackAllowed: false).Send(Sending.To(receiver.Url), default)).Arrived);
        Assert.Empty(receiver.Calls);
        Assert.True((await Sending.Sender(loopbackAllowed: true).Send(Sending.To(receiver.Url), default)).Arrived);
    }
}
