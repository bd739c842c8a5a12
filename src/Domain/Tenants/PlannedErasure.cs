namespace Campaigns.Domain.Tenants;

/// <summary>That the tenant is to be erased. Until then it can be taken back, and nothing else is commanded.</summary>
/// <param name="DueAt">When it begins, UTC.</param>
/// <param name="AskedBy">Who asked for it.</param>
/// <param name="AskedAt">When, UTC.</param>
/// <param name="HeldBefore">Why everything was held before; null when it was not.</param>
public sealed record PlannedErasure(DateTimeOffset DueAt, ActorId AskedBy, DateTimeOffset AskedAt, string? HeldBefore);

/// <summary>Asks for the erasure of everything.</summary>
/// <param name="Confirmation">The tenant's id, typed by whoever asks.</param>
public sealed record EraseTenant(string Confirmation);

/// <summary>Takes it back.</summary>
public sealed record CancelErasure;
