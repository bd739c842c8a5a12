using GraphQL;
using GraphQL.Resolvers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Campaigns.Api.Commands;

/// <summary>
/// Carries a mutation out again when the silo that it was sent to is lost, until another one has taken the grain over. Every command has an
/// id, so one that had gone through gets its first outcome. Past its patience the loss rises, and the client is told to ask again.
/// </summary>
/// <param name="once">The field's own resolver.</param>
internal sealed class PatientMutation(IFieldResolver once) : IFieldResolver
{
    /// <inheritdoc/>
    public async ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var services = context.RequestServices!;
        var clock = services.GetRequiredService<TimeProvider>();
        var began = clock.GetTimestamp();
        while (true)
        {
            try
            {
                await OpenTenants.Require(context);
                return await once.ResolveAsync(context);
            }
            catch (Exception lost) when (LostSilo.Is(lost) && clock.GetElapsedTime(began) < LostSilo.Patience)
            {
                services
                    .GetRequiredService<ILogger<PatientMutation>>()
                    .LogInformation(
                        "{Field} met a silo that is lost; it is carried out again: {Loss}",
                        context.FieldDefinition.Name,
                        lost.Message
                    );
                await Task.Delay(LostSilo.Breath, clock, context.CancellationToken);
            }
        }
    }
}
