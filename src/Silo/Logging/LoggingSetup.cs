using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;

namespace Campaigns.Silo.Logging;

/// <summary>What is logged, and how: lines of JSON on standard output.</summary>
internal static class LoggingSetup
{
    public static void AddJsonLines(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.Services.TryAddSingleton(TimeProvider.System);
        logging.AddConsole(console =>
        {
            console.FormatterName = JsonLines.FormatterName;
            // Whoever reads our output may stall. Lines are lost then, and counted; threads that wait would make every reminder late.
            console.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite;
            console.MaxQueueLength = 10_000;
        });
        logging.AddConsoleFormatter<JsonLines, ConsoleFormatterOptions>();
        logging.Configure(options => options.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);

        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        logging.AddFilter("System.Net.Http", LogLevel.Warning);
        logging.AddFilter("Polly", LogLevel.Warning);
        logging.AddFilter("Npgsql", LogLevel.Warning);
        logging.AddFilter("Orleans", LogLevel.Warning);
        logging.AddFilter("Orleans.Runtime.Silo", LogLevel.Error); // advice about garbage collection
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error); // keys for cookies, of which there are none
        // At each start it measures the time since the machine's, and warns of it.
        logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
    }
}
