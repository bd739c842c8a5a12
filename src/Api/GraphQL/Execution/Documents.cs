using System.Text.RegularExpressions;
using GraphQL;
using GraphQL.DI;
using GraphQL.Execution;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using Microsoft.Extensions.Caching.Memory;

namespace Campaigns.Api.GraphQL.Execution;

/// <summary>
/// Parses a document, refuses one too large before validation walks it, and keeps those that were valid, so that the same text is not
/// parsed and validated again. Rules that look at variables must be registered for cached documents too: those run each time.
/// </summary>
internal sealed partial class Documents(GraphQLLimits limits, IDocumentBuilder parser) : IConfigureExecution, IDisposable
{
    private readonly MemoryCache _valid = new(new MemoryCacheOptions { SizeLimit = limits.CachedCharacters });

    // After the steps that fill in the options, so that the rules for cached documents are known.
    public float SortOrder => 200;

    public async Task<ExecutionResult> ExecuteAsync(ExecutionOptions options, ExecutionDelegate next)
    {
        if (options.Query is not { } text)
            return await next(options);

        if (_valid.TryGetValue(text, out GraphQLDocument? known))
        {
            options.Document = known;
            options.ValidationRules = options.CachedDocumentValidationRules ?? [];
            return await next(options);
        }

        options.Document = Read(text);
        var result = await next(options);
        if (result.Executed)
            _valid.Set(text, options.Document, new MemoryCacheEntryOptions { Size = text.Length });
        return result;
    }

    public void Dispose() => _valid.Dispose();

    [GeneratedRegex(
        @"(?<!\\)(?:\\\\)*(?:(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F]))"
    )]
    private static partial Regex LoneSurrogate { get; }

    private GraphQLDocument Read(string text)
    {
        if (text.Length > limits.DocumentCharacters)
            throw RequestFailure.OverLimit(
                ErrorCodes.LimitDocument,
                $"A document may have {limits.DocumentCharacters} characters.",
                limits.DocumentCharacters
            );

        // The parser would put a mark in its place, and store what nobody wrote.
        if (LoneSurrogate.IsMatch(text))
            throw RequestFailure.BadRequest("A text in the document holds half of a character (a lone surrogate).");

        try
        {
            var document = parser.Build(text);
            DocumentSize.Check(document, limits);
            ListSize.Check(document, limits);
            return document;
        }
        catch (GraphQLMaxDepthExceededException)
        {
            throw RequestFailure.OverLimit(ErrorCodes.LimitDepth, "The document is nested too deep to be read.", limits.Depth);
        }
    }
}
