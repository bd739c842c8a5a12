using System.Reflection;
using GraphQL;
using GraphQL.Types;

namespace Campaigns.Api.GraphQL.TypeFirst;

/// <summary>An output type made from the public members of <typeparamref name="T"/>.</summary>
internal sealed class ObjectType<T> : AutoRegisteringObjectGraphType<T>
{
    protected override void ConfigureGraph()
    {
        Name = NameOf(typeof(T));
        Description = XmlSummaries.Of(typeof(T));
        base.ConfigureGraph();
    }

    protected override FieldType? CreateField(MemberInfo memberInfo) => base.CreateField(memberInfo)?.DescribedBy(memberInfo);

    protected override void ApplyArgumentAttributes(ParameterInfo parameterInfo, QueryArgument queryArgument)
    {
        queryArgument.Description ??= XmlSummaries.Of(parameterInfo);
        base.ApplyArgumentAttributes(parameterInfo, queryArgument);
    }

    protected override TypeInformation GetTypeInformation(MemberInfo memberInfo) => base.GetTypeInformation(memberInfo).WithIds();

    protected override TypeInformation GetTypeInformation(ParameterInfo parameterInfo) => base.GetTypeInformation(parameterInfo).WithIds();

    // A page of what the schema calls a campaign is a CampaignConnection, whatever the class is called.
    private static string NameOf(Type type) =>
        type.IsConstructedGenericType
            ? string.Concat(type.GenericTypeArguments.Select(NameOf)) + type.Name.Split('`')[0]
            : type.GetCustomAttribute<NameAttribute>()?.Name ?? type.GraphQLName();
}
