namespace Campaigns.Api.GraphQL.TypeFirst;

/// <summary>Makes a union of an interface or abstract record: its cases are the public concrete types of the same assembly that are one.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false)]
public sealed class UnionAttribute : Attribute;
