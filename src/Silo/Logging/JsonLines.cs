using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Campaigns.Silo.Logging;

/// <summary>
/// One log entry, one line of JSON: <c>at</c> (UTC), <c>level</c>, <c>category</c>, <c>message</c>, then what the scopes and the message
/// name (tenant, stream, command, trace …), then the exception. Inner scopes win over outer ones, and the message over both.
/// </summary>
internal sealed class JsonLines(TimeProvider clock) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "json-lines";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var named = new Dictionary<string, object?>(StringComparer.Ordinal);
        scopeProvider?.ForEachScope(static (scope, into) => Take(scope, into), named);
        Take(logEntry.State, named);

        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("at", clock.GetUtcNow().UtcDateTime);
            json.WriteString("level", Level(logEntry.LogLevel));
            json.WriteString("category", logEntry.Category);
            json.WriteString("message", logEntry.Formatter(logEntry.State, logEntry.Exception));
            foreach (var (name, value) in named)
                Write(json, name, value);
            if (logEntry.Exception is { } exception)
                json.WriteString("exception", exception.ToString());
            json.WriteEndObject();
        }

        textWriter.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static void Take(object? scope, Dictionary<string, object?> into)
    {
        if (scope is not IEnumerable<KeyValuePair<string, object?>> pairs)
            return; // words without a name
        foreach (var (name, value) in pairs)
        {
            if (name is not "{OriginalFormat}" && value is not null)
                into[Named(name)] = name is "RequestPath" ? Harmless(value) : value;
        }
    }

    /// <summary>A picture's path is the key to it.</summary>
    private static object Harmless(object path) =>
        path.ToString() is { } text && text.StartsWith("/media/", StringComparison.OrdinalIgnoreCase) ? "/media/…" : path;

    /// <summary>camelCase, and never one of the entry's own names.</summary>
    private static string Named(string name)
    {
        var camel = JsonNamingPolicy.CamelCase.ConvertName(name);
        return camel is "at" or "level" or "category" or "message" or "exception" ? camel + "_" : camel;
    }

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case bool truth:
                json.WriteBoolean(name, truth);
                break;
            case int or long or short or byte or uint:
                json.WriteNumber(name, Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset at:
                json.WriteString(name, at.UtcDateTime);
                break;
            default:
                json.WriteString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static string Level(LogLevel level) =>
        level switch
        {
            LogLevel.Trace => "trace",
            LogLevel.Debug => "debug",
            LogLevel.Information => "info",
            LogLevel.Warning => "warn",
            LogLevel.Error => "error",
            _ => "fatal",
        };
}
