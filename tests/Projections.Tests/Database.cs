using Npgsql;

namespace Campaigns.Projections.Tests;

/// <summary>Short ways to ask a database.</summary>
internal static class Database
{
    public static async Task<object?> Ask(this NpgsqlDataSource source, string question, params object[] arguments)
    {
        await using var command = source.CreateCommand(question);
        foreach (var argument in arguments)
            command.Parameters.Add(new() { Value = argument });
        return await command.ExecuteScalarAsync();
    }

    public static Task Run(this NpgsqlDataSource source, string statement, params object[] arguments) => source.Ask(statement, arguments);
}
