using Campaigns.Api.GraphQL;
using Campaigns.Api.GraphQL.TypeFirst;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Api.Tests.Sample;

public sealed class A_schema_made_of_types
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Sample");

    [Fact]
    public void prints_as_it_is_written_down()
    {
        using var services = new ServiceCollection().AddLogging().AddGraphQLServer<SampleSchema>().BuildServiceProvider();

        var printed = SchemaText.Print(services.GetRequiredService<ISchema>());

        File.WriteAllText(Path.Combine(Folder, "sample.printed.graphql"), printed); // to look at, and to copy when a change is meant
        Assert.Equal(File.ReadAllText(Path.Combine(Folder, "sample.graphql")), printed);
    }
}
