using Campaigns.Domain;
using Campaigns.Domain.Generations;

namespace Campaigns.Integrations.Models;

/// <summary>
/// A provider's models that make a picture, a clip or a voice. Some answer at once, some with the name of an operation that goes on without us:
/// that name is kept in the log, and looked at until it ends, also after a restart.
/// </summary>
public interface IMediaModels
{
    /// <summary>As <see cref="ModelChoice.Provider"/> names it.</summary>
    string Provider { get; }

    /// <summary>What it can make.</summary>
    IReadOnlySet<Capability> Makes { get; }

    /// <summary>Asks for it, once. <c>Unclear</c> when it may have been begun: a second asking may be charged a second time.</summary>
    Task<Attempted<MediaWork>> Begin(string model, MediaRequest request, CancellationToken ct);

    /// <summary>How an operation stands. <c>Busy</c> is about the looking; a failed operation is <c>Rejected</c> or <c>Broken</c>.</summary>
    /// <param name="model">The model it was begun with.</param>
    /// <param name="operation">As <see cref="MediaWork.Going"/> named it.</param>
    /// <param name="ct">Ends the looking.</param>
    Task<Attempted<MediaWork>> Look(string model, string operation, CancellationToken ct);

    /// <summary>Asks the provider to stop. Done also when it had ended; Rejected where this provider cannot.</summary>
    Task<Reply<bool>> Cancel(string model, string operation, CancellationToken ct);

    /// <summary>Reads what was made, as it comes. The stream is the caller's to dispose.</summary>
    Task<Reply<Stream>> Open(Uri made, CancellationToken ct);
}

/// <summary>How far making a file is.</summary>
public abstract record MediaWork
{
    private MediaWork() { } // closed: every case is below

    /// <summary>It goes on at the provider.</summary>
    /// <param name="Operation">What to ask about it by.</param>
    /// <param name="Progress">0 to 1, where the provider says.</param>
    public sealed record Going(string Operation, double? Progress = null) : MediaWork;

    /// <summary>It is made, and came with the answer.</summary>
    public sealed record Here(ReadOnlyMemory<byte> Bytes, string ContentType) : MediaWork;

    /// <summary>It is made, and lies at the provider: <see cref="IMediaModels.Open"/> reads it, for as long as the provider keeps it.</summary>
    public sealed record There(Uri Address, string? ContentType) : MediaWork;
}
