using Campaigns.Api.Auth;
using GraphQL;

namespace Campaigns.Api;

/// <summary>
/// What can be asked. All of it is of the session's tenant: what another tenant has is as good as missing. Answers may lag behind a mutation
/// by a moment; `atLeast` waits for it, and what a payload itself leads to has it already.
/// </summary>
public sealed partial class Query
{
    /// <summary>Who is asking, and what they may do.</summary>
    public static Me Me([FromServices] Caller caller) => Api.Me.From(caller);
}
