using System.Globalization;
using Campaigns.Database;

namespace Campaigns.Silo.Configuration;

/// <summary>
/// Reads environment variables one by one, and collects what is wrong with them instead of stopping at the first. An empty variable is one
/// that is not set.
/// </summary>
internal sealed class Variables(Func<string, string?> read)
{
    private readonly List<ConfigurationProblem> problems = [];

    /// <summary>What was wrong so far.</summary>
    public IReadOnlyList<ConfigurationProblem> Problems => problems;

    public static Variables OfProcess() => new(Environment.GetEnvironmentVariable);

    public void Refuse(string name, string wrong, string? example = null) => problems.Add(new(name, wrong, example));

    /// <summary>The text, without blanks around it; null when it is not set.</summary>
    public string? Text(string name) => read(name)?.Trim() is { Length: > 0 } text ? text : null;

    public string? Required(string name, string why, string example)
    {
        if (Text(name) is { } text)
            return text;
        Refuse(name, $"is not set: {why}", example);
        return null;
    }

    public bool Flag(string name)
    {
        switch (Text(name)?.ToLowerInvariant())
        {
            case null or "false" or "0":
                return false;
            case "true" or "1":
                return true;
            default:
                Refuse(name, "is neither true nor false", "true");
                return false;
        }
    }

    public int Number(string name, int fallback, int least, int most)
    {
        if (Text(name) is not { } text)
            return fallback;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Refuse(name, $"is not a whole number from {least} to {most}", fallback.ToString(CultureInfo.InvariantCulture));
        return fallback;
    }

    public int Port(string name, int fallback) => Number(name, fallback, 1, 65535);

    public TimeSpan Seconds(string name, int fallback, int least, int most) => TimeSpan.FromSeconds(Number(name, fallback, least, most));

    /// <summary>Parts between commas, blanks dropped.</summary>
    public IReadOnlyList<string> List(string name) =>
        Text(name)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>A key of 32 bytes in base64; null when it is not set or wrong.</summary>
    public byte[]? Key(string name)
    {
        if (Text(name) is not { } text)
            return null;
        var bytes = new byte[text.Length];
        if (Convert.TryFromBase64String(text, bytes, out var length) && length == 32)
            return bytes[..length];
        Refuse(name, "is not 32 bytes in base64. Make one with: openssl rand -base64 32");
        return null;
    }

    /// <summary>A database's address; null when it is not set or wrong, which is a problem in either case.</summary>
    public PostgresUrl? Database(string name)
    {
        try
        {
            return PostgresUrl.Read(name, Text(name));
        }
        catch (DatabaseConfigurationException e)
        {
            // The message begins with the variable, as ours do.
            Refuse(name, e.Message.StartsWith(name, StringComparison.Ordinal) ? e.Message[name.Length..].TrimStart(' ', ':') : e.Message);
            return null;
        }
    }
}
