using Campaigns.Domain.Publications;
using GraphQL;

namespace Campaigns.Api.Publications;

/// <summary>How late a post may still go out, and what happens to one that is later.</summary>
/// <param name="WithinMinutes">At most so many minutes after its due time it goes out without asking.</param>
/// <param name="Then">What happens after that.</param>
[Name("LatePolicy")]
public sealed record LatePolicyView(int WithinMinutes, LateAction Then)
{
    internal static LatePolicyView Of(LatePolicy policy) => new((int)policy.Within.TotalMinutes, policy.Then);

    internal static LatePolicyView Of(long? seconds, LateAction? then) =>
        seconds is { } within && then is { } action ? new((int)(within / 60), action) : Of(LatePolicy.Default);
}

/// <summary>How late a post may still go out, and what happens to one that is later.</summary>
/// <param name="WithinMinutes">At most so many minutes after its due time it goes out without asking: 1 to 10,080.</param>
/// <param name="Then">What happens after that.</param>
public sealed record LatePolicyInput(int WithinMinutes, LateAction Then)
{
    internal LatePolicy ToPolicy() => new(TimeSpan.FromMinutes(WithinMinutes), Then);
}
