using System.Reflection;
using GraphQL.Types;

namespace Campaigns.Api.GraphQL.TypeFirst;

/// <summary>An interface type made from the public members of the C# interface <typeparamref name="T"/>.</summary>
internal sealed class InterfaceType<T> : AutoRegisteringInterfaceGraphType<T>
{
    protected override void ConfigureGraph()
    {
        Description = XmlSummaries.Of(typeof(T));
        base.ConfigureGraph();
    }

    protected override FieldType? CreateField(MemberInfo memberInfo) => base.CreateField(memberInfo)?.DescribedBy(memberInfo);

    protected override TypeInformation GetTypeInformation(MemberInfo memberInfo) => base.GetTypeInformation(memberInfo).WithIds();
}
