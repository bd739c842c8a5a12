using Microsoft.Extensions.Logging;

namespace Campaigns.EventStore.Tests;

/// <summary>The process's own log, on a disk that is full as long as warnings come.</summary>
internal sealed class FullDisk<T> : ILogger<T>
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (logLevel is LogLevel.Warning)
            throw new IOException("No space left on device");
    }
}
