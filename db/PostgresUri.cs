using Npgsql;

namespace Campaigns.Database;

/// <summary>Turns an address of the <c>postgresql://</c> kind into Npgsql's keywords.</summary>
internal static class PostgresUri
{
    public static NpgsqlConnectionStringBuilder Convert(string variable, string value, List<string> ignored)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var uri) || uri.Scheme is not ("postgres" or "postgresql"))
            throw new DatabaseConfigurationException(
                $"{variable} is not a postgresql:// address. Signs like @ : / ? # % in the password must be percent-encoded."
            );

        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = Uri.UnescapeDataString(uri.Host).Trim('[', ']'),
            Port = uri.Port > 0 ? uri.Port : 5432,
        };
        var user = uri.UserInfo.Split(':', 2);
        if (user[0].Length > 0)
            settings.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length == 2)
            settings.Password = Uri.UnescapeDataString(user[1]);
        if (uri.AbsolutePath.Trim('/') is { Length: > 0 } database)
            settings.Database = Uri.UnescapeDataString(database);

        foreach (var part in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = part.Split('=', 2);
            var name = Uri.UnescapeDataString(pair[0]);
            if (!Apply(variable, settings, name, pair.Length == 2 ? Uri.UnescapeDataString(pair[1]) : ""))
                ignored.Add(name);
        }

        return settings;
    }

    private static bool Apply(string variable, NpgsqlConnectionStringBuilder settings, string name, string value)
    {
        switch (name)
        {
            case "sslmode":
                settings.SslMode = OneOf<SslMode>(variable, name, value);
                return true;
            case "channel_binding":
                settings.ChannelBinding = OneOf<ChannelBinding>(variable, name, value);
                return true;
            case "connect_timeout":
                settings.Timeout =
                    int.TryParse(value, out var seconds) && seconds is >= 0 and <= 1024
                        ? seconds
                        : throw new DatabaseConfigurationException($"{variable}: connect_timeout is not a number of seconds up to 1024.");
                return true;
            case "host":
                settings.Host = value;
                return true;
            case "user":
                settings.Username = value;
                return true;
            case "options":
                settings.Options = value;
                return true;
            case "application_name":
                settings.ApplicationName = value;
                return true;
            case "sslrootcert":
                settings.RootCertificate = value;
                return true;
            default:
                return false;
        }
    }

    /// <summary>libpq writes <c>verify-full</c> where Npgsql says <c>VerifyFull</c>.</summary>
    private static T OneOf<T>(string variable, string name, string value)
        where T : struct, Enum =>
        Enum.GetNames<T>()
            .FirstOrDefault(n => string.Equals(n, value.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
            is { } known
            ? Enum.Parse<T>(known)
            : throw new DatabaseConfigurationException(
                $"{variable}: {name} is one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}."
            );
}
