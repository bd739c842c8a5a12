using Campaigns.Api.GraphQL.TypeFirst;
using Campaigns.Domain;
using GraphQL;

namespace Campaigns.Api.Commands;

/// <summary>Why a command was refused. Nothing changed.</summary>
[Union]
public interface ICommandError;

/// <summary>What every refusal says.</summary>
[Name("UserError")]
public interface IUserError
{
    /// <summary>The rule, stable: clients may switch on it. Such as `publication.due_in_past`.</summary>
    string Code { get; }

    /// <summary>The rule and what broke it, for a person.</summary>
    string Message { get; }

    /// <summary>The input field it is about; null when it is about the state of things.</summary>
    string? Field { get; }
}

/// <summary>An input field breaks a rule.</summary>
/// <param name="Code">The rule.</param>
/// <param name="Message">For a person.</param>
/// <param name="Field">The input field.</param>
[Implements(typeof(IUserError))]
public sealed record InvalidInputError(string Code, string Message, string? Field) : ICommandError, IUserError;

/// <summary>What the input names does not exist for this tenant.</summary>
/// <param name="Code">The rule.</param>
/// <param name="Message">For a person.</param>
/// <param name="Field">The input field that names it.</param>
[Implements(typeof(IUserError))]
public sealed record NotFoundError(string Code, string Message, string? Field) : ICommandError, IUserError;

/// <summary>The id is taken: by another command, or by another object.</summary>
/// <param name="Code">The rule.</param>
/// <param name="Message">For a person.</param>
/// <param name="Field">The input field.</param>
[Implements(typeof(IUserError))]
public sealed record ConflictError(string Code, string Message, string? Field) : ICommandError, IUserError;

/// <summary>Things stand so that this cannot be done now.</summary>
/// <param name="Code">The rule.</param>
/// <param name="Message">For a person.</param>
/// <param name="Field">The input field it is about, if any.</param>
[Implements(typeof(IUserError))]
public sealed record RuleError(string Code, string Message, string? Field) : ICommandError, IUserError;

/// <summary>Sorts refusals by the shape of their code: <c>….not_found</c>, <c>….exists</c>, <c>input.…</c>, <c>time.…</c>, and the rest.</summary>
internal static class CommandErrors
{
    public static ICommandError From(Refusal refusal) =>
        refusal.Code switch
        {
            _ when refusal.Code.EndsWith("not_found", StringComparison.Ordinal) => new NotFoundError(
                refusal.Code,
                refusal.Message,
                refusal.Field
            ),
            "command.id_reused" => new ConflictError(refusal.Code, refusal.Message, refusal.Field),
            _ when refusal.Code.EndsWith("exists", StringComparison.Ordinal) => new ConflictError(
                refusal.Code,
                refusal.Message,
                refusal.Field
            ),
            _ when IsInput(refusal.Code) => new InvalidInputError(refusal.Code, refusal.Message, refusal.Field),
            _ => new RuleError(refusal.Code, refusal.Message, refusal.Field),
        };

    private static bool IsInput(string code) =>
        code.StartsWith("input.", StringComparison.Ordinal)
        || code.StartsWith("time.", StringComparison.Ordinal)
        || code.EndsWith("malformed", StringComparison.Ordinal)
        || code.StartsWith("recurrence.", StringComparison.Ordinal)
        || code
            is "publication.due_in_past"
                or "publication.due_too_far"
                or "account.token_refused"
                or "campaign.too_many_hashtags"
                or "slots.too_many"
                or "slots.repeated"
                or "span.out_of_range"
                or "ledger.limit_out_of_range";
}
