using System.Collections.Frozen;
using Campaigns.Api.GraphQL.Http;

namespace Campaigns.Api.GraphQL.Persisted;

/// <summary>
/// Documents that were stored beforehand, each named by the SHA-256 of its text. A request names one as <c>documentId</c>
/// (<c>sha256:</c> and the hash) or as <c>extensions.persistedQuery.sha256Hash</c>.
/// </summary>
public sealed class PersistedDocuments
{
    private readonly FrozenDictionary<string, string> texts;
    private readonly bool only;

    /// <summary>Stores documents.</summary>
    /// <param name="texts">Their texts.</param>
    /// <param name="only">Whether nothing else is executed.</param>
    public PersistedDocuments(IEnumerable<string> texts, bool only)
    {
        this.texts = texts.Distinct().ToFrozenDictionary(DocumentHash.Of);
        this.only = only;
    }

    /// <summary>None, and whatever is sent is executed.</summary>
    public static PersistedDocuments None { get; } = new([], only: false);

    /// <summary>How many there are.</summary>
    public int Count => texts.Count;

    /// <summary>The document that a request asks for.</summary>
    /// <exception cref="RequestFailure">There is none, or it may not be executed.</exception>
    internal string Find(GraphQLQuestion question)
    {
        if (question.Query is { } text)
            return Judged(text, question.DocumentId);
        if (texts.Count == 0)
            throw RequestFailure.PersistedQueryNotSupported();
        return Named(question.DocumentId!) ?? throw RequestFailure.PersistedQueryNotFound();
    }

    // Who sends both has not heard that we have it. Nothing that is sent is stored: the store would be everybody's.
    private string Judged(string text, string? id)
    {
        if (id is not null && id != DocumentHash.Prefix + DocumentHash.Of(text))
            throw RequestFailure.BadRequest("The hash is not that of the document.");
        return !only || texts.ContainsKey(DocumentHash.Of(text)) ? text : throw RequestFailure.PersistedQueryOnly();
    }

    private string? Named(string id) =>
        id.StartsWith(DocumentHash.Prefix, StringComparison.Ordinal) ? texts.GetValueOrDefault(id[DocumentHash.Prefix.Length..]) : null;
}
