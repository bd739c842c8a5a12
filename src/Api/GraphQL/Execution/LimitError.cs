using GraphQL.Validation;

namespace Campaigns.Api.GraphQL.Execution;

/// <summary>A document asks for more than is allowed.</summary>
internal sealed class LimitError : ValidationError
{
    public LimitError(string code, string message, long limit)
        : base(message)
    {
        Code = code;
        Extensions = new Dictionary<string, object?> { ["limit"] = limit };
    }
}
