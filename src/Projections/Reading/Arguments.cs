using Campaigns.Domain.Tenants;
using Campaigns.Projections.Engine;
using Npgsql;
using NpgsqlTypes;

namespace Campaigns.Projections.Reading;

/// <summary>The arguments of a statement, each named by its place.</summary>
internal sealed class Arguments
{
    /// <summary>Whose rows are asked for: always the first argument.</summary>
    public const string Tenant = "$1";

    public Arguments(TenantId tenant) => Add((object)tenant.Value);

    public List<NpgsqlParameter> Values { get; } = [];

    public string Add(object value) => Placed(new() { Value = value });

    public string Add(Guid value) => Placed(new NpgsqlParameter<Guid> { TypedValue = value });

    public string Add(DateTimeOffset value) => Placed(new NpgsqlParameter<DateTime> { TypedValue = value.UtcDateTime });

    public string Add(IEnumerable<Guid> values) =>
        Placed(new NpgsqlParameter<Guid[]> { TypedValue = [.. values], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });

    public string AddTexts(IEnumerable<string> values) =>
        Placed(new NpgsqlParameter<string[]> { TypedValue = [.. values], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });

    /// <summary>Enum values, as the words that columns hold.</summary>
    public string AddWords<T>(IEnumerable<T> values)
        where T : struct, Enum =>
        Placed(
            new NpgsqlParameter<string[]>
            {
                TypedValue = [.. values.Select(value => Words.Of(value))],
                NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text,
            }
        );

    private string Placed(NpgsqlParameter parameter)
    {
        Values.Add(parameter);
        return $"${Values.Count}";
    }
}
