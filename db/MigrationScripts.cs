using DbUp.Engine;

namespace Campaigns.Database;

/// <summary>The scripts of <c>db/migrations</c>, carried inside this assembly, by their file names.</summary>
internal static class MigrationScripts
{
    private const string Prefix = "Campaigns.Database.migrations.";

    public static IReadOnlyList<SqlScript> All { get; } = [.. Names().Select(name => new SqlScript(name, Text(name)))];

    private static IEnumerable<string> Names() =>
        typeof(MigrationScripts)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..])
            .Order(StringComparer.Ordinal);

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(MigrationScripts).Assembly.GetManifestResourceStream(Prefix + name)!);
        return reader.ReadToEnd();
    }
}
