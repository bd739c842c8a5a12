using System.Text.Json;
using GraphQLParser;
using GraphQLParser.Exceptions;

namespace Campaigns.Api.GraphQL.Persisted;

/// <summary>
/// Reads documents to store: of a folder, each file <c>*.graphql</c> or <c>*.gql</c> as one document, and each <c>*.json</c> as a manifest; or of
/// one such file. A manifest is a map from hashes to texts, or Apollo's, with <c>operations</c> that have <c>id</c> and <c>body</c>.
/// </summary>
public static class DocumentFiles
{
    /// <summary>The documents' texts.</summary>
    /// <param name="path">A folder, looked through with its subfolders, or a file.</param>
    /// <exception cref="FormatException">A file is none of these, holds what is no GraphQL, or names a text by another hash than its own.</exception>
    /// <exception cref="IOException">It cannot be read, or is not there.</exception>
    public static IReadOnlyList<string> Read(string path) =>
        [
            .. (Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : [path])
                .Order()
                .SelectMany(OfFile),
        ];

    private static IEnumerable<string> OfFile(string file)
    {
        var texts = Path.GetExtension(file) switch
        {
            ".graphql" or ".gql" => [File.ReadAllText(file)],
            ".json" => OfManifest(file),
            _ => [],
        };
        foreach (var text in texts)
            Check(text, file);
        return texts;
    }

    private static IReadOnlyList<string> OfManifest(string file)
    {
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllText(file));
            var root = manifest.RootElement;
            return root.TryGetProperty("operations", out var operations)
                ? [.. operations.EnumerateArray().Select(one => Named(one.GetProperty("id").GetString(), one.GetProperty("body"), file))]
                : [.. root.EnumerateObject().Select(pair => Named(pair.Name, pair.Value, file))];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException($"{file} is no manifest of documents: {e.Message}", e);
        }
    }

    private static string Named(string? id, JsonElement body, string file)
    {
        var text = body.GetString() ?? "";
        var hash = DocumentHash.Of(text);
        return id == hash || id == DocumentHash.Prefix + hash
            ? text
            : throw new FormatException($"{file} names a document '{id}' whose SHA-256 is {hash}.");
    }

    private static void Check(string text, string file)
    {
        try
        {
            Parser.Parse(text);
        }
        catch (GraphQLParserException e)
        {
            throw new FormatException($"{file} holds what is no GraphQL: {e.Message}", e);
        }
    }
}
