using System.Diagnostics;
using System.Net.Http.Headers;

namespace Campaigns.Api.Tests.Transport;

public sealed class A_limit(SmallServer server, HurriedServer hurried) : IClassFixture<SmallServer>, IClassFixture<HurriedServer>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task on_the_body_holds_with_and_without_a_declared_length(bool chunked)
    {
        var content = new StringContent(
            """{"query":"{__typename}","variables":{"x":"?"}}""".Replace("?", new('x', 4_000), StringComparison.Ordinal)
        );
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        request.Headers.TransferEncodingChunked = chunked;

        var answer = await server.Send(request, "application/json");

        Assert.Equal((413, "LIMIT_BODY", 4_000), (answer.Status, answer.Code, answer.Extensions.GetProperty("limit").GetInt32()));
    }

    [Fact]
    public async Task on_the_document_counts_its_characters()
    {
        var answer = await server.Post($"{{__typename #{new string('x', 2_000)}\n}}");

        Assert.Equal((400, "LIMIT_DOCUMENT"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task on_the_document_counts_fragments_as_often_as_they_are_spread()
    {
        var bomb = string.Concat(Enumerable.Range(0, 40).Select(i => $"fragment f{i} on Query{{...f{i + 1} ...f{i + 1}}}"));
        var watch = Stopwatch.StartNew();

        var answer = await server.Post($"{{...f0}} {bomb} fragment f40 on Query{{__typename}}");

        Assert.Equal((400, "LIMIT_DOCUMENT"), (answer.Status, answer.Code));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"A bomb of 2^40 selections took {watch.Elapsed}.");
    }

    [Fact]
    public async Task on_the_document_counts_fragments_that_nothing_spreads()
    {
        var idle = $"fragment idle on Query{{{string.Concat(Enumerable.Repeat("__typename ", 101))}}}";
        Assert.Equal((400, "LIMIT_DOCUMENT"), await CodeOf($"{{__typename}} {idle}"));

        var namesakes = string.Concat(Enumerable.Repeat("fragment same on Query{a b c d e} ", 21));
        Assert.Equal((400, "LIMIT_DOCUMENT"), await CodeOf($"{{__typename}} {namesakes}"));
    }

    [Fact]
    public async Task on_fragments_in_a_circle_is_the_circle()
    {
        var answer = await server.Post("{...a} fragment a on Query{...b} fragment b on Query{...a}");

        Assert.Equal((400, "GRAPHQL_VALIDATION_FAILED"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[")]
    public async Task on_nesting_ends_a_parser_before_its_stack_does(string opening)
    {
        var nested = string.Concat(Enumerable.Repeat(opening == "{" ? "{a" : "[", 800));

        var answer = await server.Post(opening == "{" ? nested : $"{{note(id:{nested}");

        Assert.Equal(400, answer.Status);
        Assert.False(answer.HasData);
    }

    [Fact]
    public async Task on_depth_counts_levels_through_fragments()
    {
        Assert.Equal(200, (await server.Post("{notes(first:1){nodes{id}}}")).Status);
        Assert.Equal("LIMIT_DEPTH", (await server.Post("{notes(first:1){...F}} fragment F on NoteConnection{edges{node{id}}}")).Code);
    }

    [Fact]
    public async Task on_complexity_reads_the_variables_each_time()
    {
        const string document = "query($n:Int!){notes(first:$n){nodes{id text mood}}}";

        Assert.Equal(200, (await server.Post(document, new { n = 3 })).Status);
        var refused = await server.Post(document, new { n = 30 });
        Assert.Equal((400, "LIMIT_COMPLEXITY"), (refused.Status, refused.Code));
        Assert.Equal(200, (await server.Post(document, new { n = 3 })).Status);
    }

    [Fact]
    public async Task on_complexity_cannot_be_paid_for_with_a_negative_page()
    {
        var answer = await server.Post("{a:notes(first:-1000){nodes{id text mood}} b:notes(first:99){nodes{id text}}}");

        Assert.Equal("LIMIT_COMPLEXITY", answer.Code);
    }

    [Fact]
    public async Task on_time_ends_an_operation()
    {
        var answer = await hurried.Post("{wait}");

        Assert.Equal((503, "LIMIT_TIME"), (answer.Status, answer.Code));
        Assert.True(answer.Extensions.GetProperty("retryable").GetBoolean());
    }

    [Fact]
    public async Task on_introspection_leaves_only_type_names()
    {
        Assert.Equal((400, "GRAPHQL_VALIDATION_FAILED"), await CodeOf("{__schema{queryType{name}}}"));
        Assert.Equal(200, (await server.Post("{__typename}")).Status);
    }

    private async Task<(int, string?)> CodeOf(string document)
    {
        var answer = await server.Post(document);
        return (answer.Status, answer.Code);
    }
}
