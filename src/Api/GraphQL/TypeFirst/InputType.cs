using System.Reflection;
using GraphQL.Types;

namespace Campaigns.Api.GraphQL.TypeFirst;

/// <summary>An input type made from the record <typeparamref name="T"/>, whose constructor it calls.</summary>
internal sealed class InputType<T> : AutoRegisteringInputObjectGraphType<T>
{
    protected override void ConfigureGraph()
    {
        Description = XmlSummaries.Of(typeof(T));
        base.ConfigureGraph();
    }

    protected override FieldType? CreateField(MemberInfo memberInfo)
    {
        var field = base.CreateField(memberInfo)?.DescribedBy(memberInfo);
        field?.DefaultValue ??= DefaultOf(memberInfo.Name);
        return field;
    }

    protected override TypeInformation GetTypeInformation(MemberInfo memberInfo) => base.GetTypeInformation(memberInfo).WithIds();

    // What the record's constructor takes for granted, the schema does too.
    private static object? DefaultOf(string property) =>
        typeof(T)
            .GetConstructors()
            .SelectMany(constructor => constructor.GetParameters())
            .FirstOrDefault(parameter =>
                parameter.HasDefaultValue && string.Equals(parameter.Name, property, StringComparison.OrdinalIgnoreCase)
            )
            ?.DefaultValue;
}
