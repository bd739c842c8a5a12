namespace Campaigns.Api.Tests.Transport;

public sealed class Asking_for_the_schema(SampleServer server) : IClassFixture<SampleServer>
{
    // As the common tools ask: types of types nine deep.
    internal const string Usual = """
        query IntrospectionQuery {
          __schema {
            description queryType { name } mutationType { name } subscriptionType { name }
            types { ...FullType }
            directives { name description isRepeatable locations args { ...InputValue } }
          }
        }
        fragment FullType on __Type {
          kind name description
          fields(includeDeprecated: true) { name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
          inputFields { ...InputValue } interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
          possibleTypes { ...TypeRef }
        }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
        fragment TypeRef on __Type {
          kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name
          ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } }
        }
        """;

    [Fact]
    public async Task is_answered_as_tools_ask_it()
    {
        var answer = await server.Post(Usual);

        Assert.False(answer.Json.TryGetProperty("errors", out var errors), $"{errors}");
        Assert.Equal(200, answer.Status);
        Assert.Contains("WriteNotePayload", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_refused_when_it_goes_in_circles()
    {
        var answer = await server.Post("{__schema{types{fields{type{fields{type{fields{name}}}}}}}}");

        Assert.Equal((400, "LIMIT_COMPLEXITY"), (answer.Status, answer.Code));
    }
}
