using Campaigns.Harness;
using Npgsql;

namespace Campaigns.Database.Tests;

/// <summary>Sends the stored statements as Orleans does: by key, each alone, as the silo's role.</summary>
public sealed class OrleansQueries : IAsyncLifetime
{
    private MigratedDatabase database = null!;
    private NpgsqlDataSource source = null!;

    public Dictionary<string, string> Texts { get; } = [];

    public async ValueTask InitializeAsync()
    {
        database = await MigratedDatabase.Create();
        source = NpgsqlDataSource.Create(database.SiloConnectionString);
        await using var question = source.CreateCommand("SELECT QueryKey, QueryText FROM OrleansQuery");
        await using var answer = await question.ExecuteReaderAsync();
        while (await answer.ReadAsync())
            Texts.Add(answer.GetString(0), answer.GetString(1));
    }

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>Sends a statement and gives its rows, columns by name in any case.</summary>
    public async Task<List<Dictionary<string, object?>>> Send(string key, params (string Name, object? Value)[] parameters)
    {
        await using var command = source.CreateCommand(Texts[key]);
        foreach (var (name, value) in parameters)
            command.Parameters.Add(new() { ParameterName = name, Value = value ?? DBNull.Value });

        await using var answer = await command.ExecuteReaderAsync();
        var rows = new List<Dictionary<string, object?>>();
        while (await answer.ReadAsync())
        {
            rows.Add(
                Enumerable
                    .Range(0, answer.FieldCount)
                    .ToDictionary(answer.GetName, c => answer.IsDBNull(c) ? null : answer.GetValue(c), StringComparer.OrdinalIgnoreCase)
            );
        }

        return rows;
    }
}
