using System.Collections;
using System.Reflection;
using Campaigns.Domain;
using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using CsCheck;

namespace Campaigns.Projections.Tests;

/// <summary>Any history the log could hold: every event of the catalogue, on few streams, with ids that meet.</summary>
internal static class Arbitrary
{
    private static readonly Gen<string> Words = Any("", "Pão quente", "it's \"quoted\"", "läuft 🥐", "a\nb", "{x}", "'; --");
    private static readonly LedgerMonth[] Months = [LedgerMonth.Of(Given.Nine), LedgerMonth.Of(Given.Nine).Next];
    private static readonly Gen<Guid> Uuids = Gen.Int[1, 3].Select(Given.Uuid);
    private static readonly Gen<DateTimeOffset> Times = Gen.Long[0, 10_000_000].Select(n => Given.Nine.AddTicks(n * 1_000_010));

    private static readonly Gen<DomainEvent>[] Events =
    [
        .. EventCatalogue
            .All.OrderBy(known => known.Key)
            .GroupBy(known => known.Key.Split('.')[0])
            .Select(aggregate => Gen.OneOf([.. aggregate.Select(known => Record(known.Value).Select(made => (DomainEvent)made))])),
    ];

    /// <summary>Histories of up to 120 events.</summary>
    public static Gen<IReadOnlyList<RecordedEvent>> History { get; } =
        Gen.Select(Gen.OneOf(Events), Gen.Int[1, 2], Any(Given.Club, Given.Bakery)).Array[1, 120].Select(Recorded);

    private static IReadOnlyList<RecordedEvent> Recorded((DomainEvent Happened, int Id, TenantId Tenant)[] events)
    {
        var versions = new Dictionary<StreamName, long>();
        return
        [
            .. events.Select(
                (one, i) =>
                {
                    var category = EventCatalogue.NameOf(one.Happened.GetType()).Split('.')[0];
                    var id = category switch
                    {
                        "tenant" => null,
                        "ledger" => Months[one.Id - 1].Value,
                        _ => Given.Uuid(one.Id).ToString(),
                    };
                    var stream = StreamName.Of(category, one.Tenant, id);
                    var version = versions[stream] = versions.GetValueOrDefault(stream) + 1;
                    return Given.Recorded((ulong)i + 1, stream, version, one.Happened);
                }
            ),
        ];
    }

    private static Gen<object> Of(Type type, NullabilityInfo? nullability)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
            return OrNull(Of(value, null));
        return nullability?.WriteState is NullabilityState.Nullable ? OrNull(Of(type)) : Of(type);
    }

    private static Gen<object> Of(Type type)
    {
        if (type == typeof(string))
            return Words.Select(word => (object)word);
        if (type == typeof(Guid))
            return Uuids.Select(uuid => (object)uuid);
        if (type == typeof(TimeSpan))
            return Gen.Long[0, 9].Select(number => (object)TimeSpan.FromSeconds(number));
        if (type == typeof(DateTimeOffset))
            return Times.Select(at => (object)at);
        if (type == typeof(bool))
            return Gen.Bool.Select(flag => (object)flag);
        if (type == typeof(int))
            return Gen.Int[0, 9].Select(number => (object)number);
        if (type == typeof(long))
            return Gen.Long[0, 9].Select(number => (object)number);
        if (type == typeof(decimal))
            return Gen.Int[0, 90].Select(number => (object)(number / 8m));
        if (type == typeof(MicroUsd))
            return Gen.Int[0, 90].Select(number => (object)MicroUsd.Of(number / 8m));
        if (type == typeof(AttemptId))
            return Any<object>(AttemptId.Parse("one"), AttemptId.Parse("two"));
        if (type == typeof(LedgerMonth))
            return Any<object>([.. Months.Cast<object>()]);
        if (type == typeof(double))
            return Gen.Int[0, 90].Select(number => (object)(number / 4.0));
        if (type == typeof(Uri))
            return Gen.Const<object>(new Uri("https://media.example/1.jpg"));
        if (type == typeof(ActorId))
            return Any<object>(Given.Ana, ActorId.Publisher);
        if (type.IsEnum)
            return Any<object>([.. Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(n => Enum.ToObject(type, n))]);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return List(type.GetGenericArguments()[0]);
        if (type.GetConstructor([typeof(Guid)]) is { } ofUuid)
            return Uuids.Select(uuid => ofUuid.Invoke([uuid]));
        if (type.IsAbstract) // a closed union
            return Gen.OneOf([.. type.GetNestedTypes().Where(one => one.IsSubclassOf(type)).Select(Record)]);
        return Record(type);
    }

    private static Gen<object> List(Type of) =>
        Of(of)
            .Array[0, 3]
            .Select(items =>
            {
                var array = Array.CreateInstance(of, items.Length);
                ((ICollection)items).CopyTo(array, 0);
                return (object)array;
            });

    private static Gen<object> Record(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(made => made.GetParameters().Length)!;
        var nullability = new NullabilityInfoContext();
        var values = constructor.GetParameters().Select(p => Of(p.ParameterType, nullability.Create(p))).ToArray();
        return Sequence(values).Select(arguments => constructor.Invoke(arguments));
    }

    private static Gen<object[]> Sequence(Gen<object>[] values) =>
        values.Aggregate(Gen.Const<object[]>([]), (so, next) => Gen.Select(so, next).Select((had, one) => (object[])[.. had, one]));

    private static Gen<T> Any<T>(params T[] of) => Gen.Int[0, of.Length - 1].Select(i => of[i]);

    private static Gen<object> OrNull(Gen<object> gen) =>
        Gen.Select(gen, Gen.Int[0, 2]).Select((made, chance) => chance == 0 ? null! : made);
}
