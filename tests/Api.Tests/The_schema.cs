using Campaigns.Api.GraphQL;
using Campaigns.Api.GraphQL.TypeFirst;
using Campaigns.Api.Tests.Transport;
using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Api.Tests;

public sealed class The_schema
{
    private static readonly string[] Standard = ["Boolean", "Float", "ID", "Int", "String"];

    private static string WrittenDown => Path.Combine(Root.FullName, "src", "Api", "schema.graphql");

    private static DirectoryInfo Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Campaigns.sln")))
                folder = folder.Parent!;
            return folder;
        }
    }

    [Fact]
    public async Task describes_everything_in_it()
    {
        await using var services = new ServiceCollection().AddLogging().AddGraphQLServer<CampaignsSchema>().BuildServiceProvider();
        var schema = services.GetRequiredService<ISchema>();
        schema.Initialize();
        var ours = schema.AllTypes.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal) && !Standard.Contains(type.Name));

        Assert.Empty(ours.SelectMany(Undescribed));
    }

    [Fact]
    public async Task prints_as_it_is_written_down()
    {
        await using var services = new ServiceCollection().AddLogging().AddGraphQLServer<CampaignsSchema>().BuildServiceProvider();
        var printed = SchemaText.Print(services.GetRequiredService<ISchema>());
        var path = Environment.GetEnvironmentVariable("UPDATE_SCHEMA") == "1" ? WrittenDown : $"{WrittenDown}.printed";
        var known = File.Exists(WrittenDown) ? await File.ReadAllTextAsync(WrittenDown, TestContext.Current.CancellationToken) : "";

        if (printed == known)
            return;
        await File.WriteAllTextAsync(path, printed, TestContext.Current.CancellationToken);
        if (path != WrittenDown)
            Assert.Fail($"The schema has changed: compare {path} with {WrittenDown}. If it is meant, run this again with UPDATE_SCHEMA=1.");
    }

    [Fact]
    public async Task is_told_to_tools_that_ask_in_the_usual_way()
    {
        await using var services = new ServiceCollection().AddLogging().AddGraphQLServer<CampaignsSchema>().BuildServiceProvider();

        var answer = await services
            .GetRequiredService<IDocumentExecuter>()
            .ExecuteAsync(
                new ExecutionOptions
                {
                    Schema = services.GetRequiredService<ISchema>(),
                    Query = Asking_for_the_schema.Usual,
                    RequestServices = services,
                }
            );

        Assert.Null(answer.Errors);
    }

    private static IEnumerable<string> Undescribed(IGraphType type)
    {
        if (type.Description is null)
            yield return type.Name;
        foreach (var field in (type as IComplexGraphType)?.Fields ?? [])
        {
            if (field.Description is null)
                yield return $"{type.Name}.{field.Name}";
            foreach (var argument in field.Arguments?.Where(argument => argument is { Description: null, Name: not "input" }) ?? [])
                yield return $"{type.Name}.{field.Name}({argument.Name})";
        }
        foreach (var value in (type as EnumerationGraphType)?.Values.Where(value => value.Description is null) ?? [])
            yield return $"{type.Name}.{value.Name}";
    }
}
