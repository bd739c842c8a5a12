using System.Security.Cryptography;
using System.Text;
using Campaigns.Api.GraphQL.Persisted;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Api.Tests.Transport;

public sealed class A_stored_document(ServerWithDocuments open, StrictServer strict, SampleServer without)
    : IClassFixture<ServerWithDocuments>,
        IClassFixture<StrictServer>,
        IClassFixture<SampleServer>
{
    private const string Unknown = "{ a: __typename }";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public async Task is_asked_for_by_its_hash_in_any_spelling_and_over_any_way()
    {
        var hash = Hash(ServerWithDocuments.Notes);
        foreach (
            var body in (string[])
                [
                    $$"""{"documentId":"sha256:{{hash}}","variables":{"n":1} }""",
                    $$$"""{"variables":{"n":1},"extensions":{"persistedQuery":{"version":1,"sha256Hash":"{{{hash}}}"} } }""",
                ]
        )
        foreach (var server in (SampleServer[])[open, strict])
            Assert.True((await server.PostJson(body)).Data.TryGetProperty("notes", out _));

        var got = await open.Send(new(HttpMethod.Get, $"/graphql?documentId=sha256:{hash}&variables={{\"n\":1}}"), "application/json");
        Assert.True(got.Data.TryGetProperty("notes", out _));

        await using var socket = await SocketClient.Begin(strict.Http.BaseAddress!);
        await socket.Say(
            new
            {
                id = "1",
                type = "subscribe",
                payload = new { documentId = $"sha256:{hash}", variables = new { n = 1 } },
            }
        );
        Assert.StartsWith("next 1 {\"data\":{\"notes\"", await socket.HearShort(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task stays_within_the_limits_of_any_other()
    {
        var id = $"sha256:{Hash(ServerWithDocuments.Notes)}";
        Assert.Equal(200, (await Ask(1)).Status);

        Assert.Equal("LIMIT_COMPLEXITY", (await Ask(90)).Code);
        Assert.Equal(200, (await Ask(1)).Status);

        Task<Answer> Ask(int n) => strict.PostJson($$$"""{"documentId":"{{{id}}}","variables":{"n":{{{n}}}}}""");
    }

    [Fact]
    public async Task changes_nothing_by_GET()
    {
        var id = $"sha256:{Hash(ServerWithDocuments.Write)}";

        var answer = await strict.Send(new(HttpMethod.Get, $"/graphql?documentId={id}"), "application/json");

        Assert.Equal((405, "METHOD_NOT_ALLOWED"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("sha256:0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("sha256:")]
    [InlineData("md5:abc")]
    [InlineData("../../etc/passwd")]
    public async Task that_is_not_there_is_told_so(string id)
    {
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await open.PostJson($$"""{"documentId":"{{id}}"}""")).Code);
        Assert.Equal("PERSISTED_QUERY_NOT_SUPPORTED", (await without.PostJson($$"""{"documentId":"{{id}}"}""")).Code);
    }

    [Fact]
    public async Task is_all_that_is_executed_where_nothing_else_may_be()
    {
        var refused = await strict.Post(Unknown);
        Assert.Equal((400, "PERSISTED_QUERY_ONLY"), (refused.Status, refused.Code));
        Assert.Equal(200, (await open.Post(Unknown)).Status);
        Assert.Equal(200, (await strict.Post(ServerWithDocuments.Notes, new { n = 1 })).Status); // by its text

        // Whoever sends text and hash stores nothing by it.
        var both = $$$"""{"query":"{{{Unknown}}}","extensions":{"persistedQuery":{"version":1,"sha256Hash":"{{{Hash(Unknown)}}}"} } }""";
        Assert.Equal("PERSISTED_QUERY_ONLY", (await strict.PostJson(both)).Code);
        Assert.Equal(200, (await open.PostJson(both)).Status);
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await open.PostJson($$"""{"documentId":"sha256:{{Hash(Unknown)}}"}""")).Code);
    }

    [Fact]
    public async Task is_not_another_one_under_its_hash()
    {
        var body = $$"""{"query":"{{Unknown}}","documentId":"sha256:{{Hash(ServerWithDocuments.Notes)}}"}""";

        Assert.Equal("BAD_REQUEST", (await open.PostJson(body)).Code);
        Assert.Equal("BAD_REQUEST", (await strict.PostJson(body)).Code);
    }

    [Fact]
    public void is_read_from_files_and_manifests()
    {
        var folder = Directory.CreateTempSubdirectory("campaigns-documents-");
        try
        {
            var nested = folder.CreateSubdirectory("pages").FullName;
            File.WriteAllText(Path.Combine(nested, "notes.graphql"), ServerWithDocuments.Notes);
            File.WriteAllText(Path.Combine(folder.FullName, "map.json"), $$"""{"{{Hash(Unknown)}}":"{{Unknown}}"}""");
            File.WriteAllText(
                Path.Combine(folder.FullName, "apollo.json"),
                $$"""{"format":"apollo-persisted-query-manifest","version":1,"operations":[{"id":"{{Hash("{b}")}}","body":"{b}"}]}"""
            );
            File.WriteAllText(Path.Combine(folder.FullName, "README.md"), "not a document");

            Assert.Equal(
                [ServerWithDocuments.Notes, "{ a: __typename }", "{b}"],
                DocumentFiles.Read(folder.FullName).Order(StringComparer.Ordinal)
            );

            File.WriteAllText(Path.Combine(folder.FullName, "bad.json"), """{"abc":"{c}"}""");
            Assert.Throws<FormatException>(() => DocumentFiles.Read(folder.FullName));
            File.WriteAllText(Path.Combine(folder.FullName, "bad.json"), "{");
            Assert.Throws<FormatException>(() => DocumentFiles.Read(folder.FullName));
            File.Delete(Path.Combine(folder.FullName, "bad.json"));
            File.WriteAllText(Path.Combine(folder.FullName, "bad.gql"), "{");
            Assert.Throws<FormatException>(() => DocumentFiles.Read(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

/// <summary>A server that has documents, and takes others too.</summary>
public class ServerWithDocuments : SampleServer
{
    public const string Notes = "query Notes($n:Int!){notes(first:$n){nodes{id text mood}}}";
    public const string Write = "mutation Write{writeNote(input:{id:\"stored\",text:\"x\"}){note{id}}}";

    protected virtual bool Only => false;

    protected override GraphQL.GraphQLLimits Limits => new() { Complexity = 60 };

    protected override void Add(IServiceCollection services) => services.AddSingleton(new PersistedDocuments([Notes, Write], Only));
}

/// <summary>A server that takes no others.</summary>
public sealed class StrictServer : ServerWithDocuments
{
    protected override bool Only => true;
}
