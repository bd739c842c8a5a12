using GraphQL.Types;

namespace Campaigns.Api.GraphQL.TypeFirst;

/// <summary>
/// A schema made of C# alone. The public static methods of the root classes are the fields; what they take and give become input and
/// output types; XML summaries become descriptions; nullable annotations become nullability.
/// </summary>
/// <remarks>
/// <para>
/// A query field is a public static method of the root class, one partial file a feature. Services come by <c>[FromServices]</c>, a
/// <see cref="CancellationToken"/> is the request's, every other parameter is an argument; give optional ones a default.
/// </para>
/// <code>
/// public sealed partial class Query
/// {
///     /// &lt;summary&gt;One campaign; null when there is none.&lt;/summary&gt;
///     /// &lt;param name="id"&gt;The campaign's id.&lt;/param&gt;
///     public static Task&lt;CampaignView?&gt; Campaign([FromServices] CampaignReader reader, [FromServices] Caller caller, CampaignId id) =&gt;
///         reader.Find(caller.Require(Permission.View).Tenant, id);
/// }
/// </code>
/// <para>
/// A connection takes <c>int? first, string? after, int? last, string? before</c>, turns them into a <see cref="Paging.Page"/> and gives
/// a <see cref="Paging.Connection{T}"/>, which is named after what it holds: <c>CampaignConnection</c>, <c>CampaignEdge</c>.
/// </para>
/// <para>
/// What one thing leads to is a method of its type that gives an <see cref="global::GraphQL.DataLoader.IDataLoaderResult{T}"/>: the engine
/// gathers all that are wanted at the same time, and they are read with one question.
/// </para>
/// <para>
/// A mutation takes one record called <c>…Input</c> and gives a record called <c>…Payload</c> with what changed and
/// <c>IReadOnlyList&lt;SomethingError&gt; Errors</c>; in the schema it may be null, where the field ended with an error of the request. The error is a marker interface with <see cref="UnionAttribute"/>; its cases are the
/// public records that implement it.
/// </para>
/// <para>
/// A subscription field gives an <see cref="IObservable{T}"/>, which must be a <see cref="Subscriptions.SourceStream{T}"/>, or a task of one.
/// What it gets by <c>[FromServices]</c> belongs to the whole subscription; what the fields of an element get belongs to that element.
/// </para>
/// <para>
/// Identifiers (<see cref="Domain.IStringId{TSelf}"/>), <see cref="Guid"/> and whatever carries <c>[Id]</c> are <c>ID</c>; enums are
/// written LIKE_THIS; instants (<see cref="DateTimeOffset"/>) are <c>DateTime</c> in UTC; a CLR interface is a GraphQL interface for the
/// types that carry <c>[Implements]</c>; <c>[Name]</c> renames, <c>[Ignore]</c> hides, <see cref="ObsoleteAttribute"/> deprecates.
/// </para>
/// </remarks>
public abstract class TypeFirstSchema : Schema
{
    /// <summary>Builds the schema.</summary>
    /// <param name="services">Where the graph types come from.</param>
    /// <param name="query">The class whose static methods are the queries.</param>
    /// <param name="mutation">The class whose static methods are the mutations; null when there are none.</param>
    /// <param name="subscription">The class whose static methods are the subscriptions; null when there are none.</param>
    protected TypeFirstSchema(IServiceProvider services, Type query, Type? mutation = null, Type? subscription = null)
        : base(services)
    {
        Features.RepeatableDirectives = true; // tools that know of it ask for it
        RegisterType(new IdType());
        Query = Root(query);
        Mutation = mutation is null ? null : Root(mutation);
        foreach (var field in Mutation?.Fields ?? [])
            field.Type = Nullable(field.Type!);
        Subscription = subscription is null ? null : Root(subscription);
    }

    // A field that fails must not hide what the fields beside it have done: nothing else would tell that they are done.
    private static Type Nullable(Type type) =>
        type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(NonNullGraphType<>)
            ? type.GenericTypeArguments[0]
            : type;

    private static IObjectGraphType Root(Type type) =>
        (IObjectGraphType)Activator.CreateInstance(typeof(ObjectType<>).MakeGenericType(type))!;
}
