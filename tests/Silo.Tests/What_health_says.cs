using Campaigns.Domain.Generations;
using Campaigns.EventStore;
using Campaigns.Integrations.Models;
using Campaigns.Silo.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Campaigns.Silo.Tests;

public sealed class What_health_says
{
    [Theory]
    [InlineData(0, 4711, "events could not be taken in and are parked")]
    [InlineData(7, 4711, "calendar.v1 is behind the log")]
    [InlineData(4712, 0, "calendar.v1 is far behind the log")]
    public void has_no_numbers_for_everybody_and_all_of_them_as_data(int lagSeconds, long parked, string words)
    {
        var health = ProjectionsHealth.Judge([
            new("calendar.v1", LogPosition.Start, LogPosition.Start, TimeSpan.FromSeconds(lagSeconds), parked),
        ]);

        Assert.Equal(words, health.Description);
        Assert.Contains($"{parked}", health.Data["calendar.v1"].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void is_that_a_silo_serves_on_while_a_model_is_left_alone()
    {
        var model = new ModelChoice("openrouter", "openai/gpt-5.2");

        Assert.Equal(HealthStatus.Healthy, ModelsHealth.Judge([new(model, CircuitState.Closed, 1, null)]).Status);
        var left = ModelsHealth.Judge([new(model, CircuitState.Open, 5, DateTimeOffset.UnixEpoch)]);

        Assert.Equal(HealthStatus.Degraded, left.Status);
        Assert.DoesNotContain("openrouter", left.Description, StringComparison.Ordinal);
        Assert.Contains("Open", left.Data["openrouter:openai/gpt-5.2"].ToString(), StringComparison.Ordinal);
    }
}
