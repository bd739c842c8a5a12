using System.Net;
using Campaigns.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Orleans.Configuration;

namespace Campaigns.Database.Tests;

/// <summary>Orleans itself, as the silo's role, over our statements.</summary>
public sealed class A_silo(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    [Fact]
    public async Task keeps_members_snapshots_and_reminders_over_a_restart()
    {
        await using var source = NpgsqlDataSource.Create(database.SiloConnectionString);

        using (var first = await Start(source))
        {
            var grain = first.Services.GetRequiredService<IGrainFactory>().GetGrain<INoteGrain>("org_1/note");
            await grain.Write("remember");
            await grain.Write("remember this");
            await grain.Ring();
            await first.StopAsync();
        }

        using var second = await Start(source);
        var again = second.Services.GetRequiredService<IGrainFactory>().GetGrain<INoteGrain>("org_1/note");
        Assert.Equal("remember this", await again.Read());
        Assert.True(await again.Rings());
        await again.Clear();
        Assert.False(await again.Rings());
        await second.StopAsync();
    }

    private static async Task<IHost> Start(NpgsqlDataSource source)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.UseOrleans(silo =>
            silo.Configure<ClusterOptions>(o => (o.ServiceId, o.ClusterId) = ("campaigns", "tests"))
                .ConfigureEndpoints(IPAddress.Loopback, FreePort.Next(), FreePort.Next())
                .UseAdoNetClustering(o => (o.Invariant, o.DataSource) = ("Npgsql", source))
                .UseAdoNetReminderService(o => (o.Invariant, o.DataSource) = ("Npgsql", source))
                .AddAdoNetGrainStorage("notes", o => (o.Invariant, o.DataSource) = ("Npgsql", source))
        );
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }
}

public interface INoteGrain : IGrainWithStringKey
{
    Task Write(string text);
    Task<string> Read();
    Task Clear();
    Task Ring();
    Task<bool> Rings();
}

public sealed class NoteGrain([PersistentState("note", "notes")] IPersistentState<NoteGrain.Note> note) : Grain, INoteGrain, IRemindable
{
    public Task Write(string text)
    {
        note.State.Text = text;
        return note.WriteStateAsync();
    }

    public Task<string> Read() => Task.FromResult(note.State.Text);

    public async Task Clear()
    {
        await note.ClearStateAsync();
        if (await this.GetReminder("due") is { } reminder)
            await this.UnregisterReminder(reminder);
    }

    public Task Ring() => this.RegisterOrUpdateReminder("due", TimeSpan.FromDays(1), TimeSpan.FromDays(1));

    public async Task<bool> Rings() => await this.GetReminder("due") is not null;

    public Task ReceiveReminder(string reminderName, TickStatus status) => Task.CompletedTask;

    [GenerateSerializer]
    public sealed class Note
    {
        [Id(0)]
        public string Text { get; set; } = "";
    }
}
