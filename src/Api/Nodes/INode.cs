using GraphQL;

namespace Campaigns.Api.Nodes;

/// <summary>Anything that `node` finds.</summary>
[Name("Node")]
public interface INode
{
    /// <summary>Its id: a UUID, different from everything else's.</summary>
    Guid Id { get; }
}
