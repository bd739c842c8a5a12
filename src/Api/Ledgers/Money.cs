using Campaigns.Api.GraphQL;
using Campaigns.Domain.Ledgers;

namespace Campaigns.Api.Ledgers;

/// <summary>Money as the schema writes it: decimal text, so that no client rounds it by reading it.</summary>
internal static class Money
{
    public static string Text(decimal micros) => MicroUsd.Of(micros).Value;

    /// <exception cref="RequestFailure">BAD_USER_INPUT: it is none.</exception>
    public static MicroUsd? Read(string field, string? text)
    {
        if (text is null)
            return null;
        try
        {
            return MicroUsd.Parse(text);
        }
        catch (FormatException malformed)
        {
            throw RequestFailure.BadInput(field, malformed.Message);
        }
    }

    /// <exception cref="RequestFailure">BAD_USER_INPUT: one of them is none.</exception>
    public static AiLimits Limits(string? hard, string? soft) => new(Read("hardMicroUsd", hard), Read("softMicroUsd", soft));
}
