using System.Text.Json;
using Campaigns.Silo.Logging;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Campaigns.Silo.Tests;

public sealed class A_log_line
{
    private readonly JsonLines lines = new(new FakeTimeProvider(new(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(2))));
    private readonly LoggerExternalScopeProvider scopes = new();

    [Fact]
    public void is_one_line_of_JSON_with_its_time_in_UTC()
    {
        var text = Line("two\nlines", null);

        Assert.Single(text.TrimEnd().Split('\n'));
        var line = JsonDocument.Parse(text).RootElement;
        Assert.Equal("2026-03-02T10:00:00Z", line.GetProperty("at").GetString());
        Assert.Equal("warn", line.GetProperty("level").GetString());
        Assert.Equal("Campaigns.Test", line.GetProperty("category").GetString());
        Assert.Equal("two\nlines", line.GetProperty("message").GetString());
    }

    [Fact]
    public void holds_what_its_scopes_name_the_inner_one_winning()
    {
        using var outer = scopes.Push(new Dictionary<string, object?> { ["tenant"] = "org_1", ["command"] = "outer" });
        using var inner = scopes.Push(new Dictionary<string, object?> { ["command"] = "inner", ["TraceId"] = "abc" });

        var line = JsonDocument.Parse(Line("words", null)).RootElement;

        Assert.Equal("org_1", line.GetProperty("tenant").GetString());
        Assert.Equal("inner", line.GetProperty("command").GetString());
        Assert.Equal("abc", line.GetProperty("traceId").GetString());
    }

    [Fact]
    public void holds_the_values_of_its_message_and_keeps_its_own_names()
    {
        var text = Line("n {Count} {Message}", null, new("Count", 3), new("Message", "theirs"), new("{OriginalFormat}", "n {Count}"));

        var line = JsonDocument.Parse(text).RootElement;

        Assert.Equal(3, line.GetProperty("count").GetInt32());
        Assert.Equal("theirs", line.GetProperty("message_").GetString());
        Assert.False(line.TryGetProperty("{OriginalFormat}", out _));
    }

    [Fact]
    public void holds_an_exception_whole()
    {
        var line = JsonDocument.Parse(Line("words", new InvalidOperationException("why"))).RootElement;

        Assert.Contains("InvalidOperationException: why", line.GetProperty("exception").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\r\n{\"level\":\"fatal\"}")]
    [InlineData("\u2028\u2029\u0085\v\f")] // what other readers take for the end of a line
    [InlineData("\u001b[2J\0\b")] // what a terminal would obey
    public void is_one_line_whatever_its_values_hold(string nasty)
    {
        using var scope = scopes.Push(new Dictionary<string, object?> { ["command"] = nasty });

        var text = Line($"for {nasty}", new InvalidOperationException(nasty), new KeyValuePair<string, object?>("Name", nasty));

        Assert.Equal('\n', text[^1]);
        Assert.DoesNotContain(text[..^1], sign => char.IsControl(sign) || sign is '\u2028' or '\u2029');
        Assert.Equal(nasty, JsonDocument.Parse(text).RootElement.GetProperty("command").GetString());
    }

    [Fact]
    public void tells_no_key_of_a_picture()
    {
        using var scope = scopes.Push(new Dictionary<string, object?> { ["RequestPath"] = "/media/org_1/unguessable.jpg" });

        Assert.DoesNotContain("unguessable", Line("words", null), StringComparison.Ordinal);
    }

    private string Line(string message, Exception? exception, params KeyValuePair<string, object?>[] values)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var entry = new LogEntry<KeyValuePair<string, object?>[]>(
            LogLevel.Warning,
            "Campaigns.Test",
            0,
            values,
            exception,
            (_, _) => message
        );
        lines.Write(in entry, scopes, text);
        return text.ToString();
    }
}
