using Campaigns.Sandbox;

if (args is ["get", ..])
    return await AskSandbox.Run(args[1..]);
if (!SandboxArguments.TryRead(args, out var settings, out var complaint))
{
    await Console.Error.WriteLineAsync(complaint);
    return 2;
}

try
{
    await using var sandbox = await SandboxHost.Start(settings);
    Console.WriteLine($"campaigns-sandbox listens on {sandbox.Address}");
    await sandbox.WaitForShutdown();
    return 0;
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException)
{
    await Console.Error.WriteLineAsync($"campaigns-sandbox: {e.Message}"); // the port is taken, or the folder cannot be written
    return 1;
}
