using Campaigns.Sandbox.Journal;

namespace Campaigns.Sandbox.Faults;

/// <summary>Every vendor call passes here; what goes wrong on the line goes wrong here.</summary>
internal sealed class FaultGate(FaultBook faults, CallJournal journal, TimeProvider clock)
{
    private const string Page =
        "<!DOCTYPE html>\n<html><head><title>Please sign in</title></head><body><h1>Please sign in</h1></body></html>\n";

    public async Task Pass(HttpContext http, Call call, IVendorFaults vendor, Func<Task> handle)
    {
        if (faults.Take(call, "latency") is { } slow)
            await Task.Delay(TimeSpan.FromMilliseconds(slow.Ms!.Value), clock, http.RequestAborted);

        switch (faults.Take(call, "status", "html", "bad_json", "lost_answer", "reset", "slow_body", "token_bad"))
        {
            case null:
                await handle();
                break;
            case { Kind: "lost_answer" } fault:
                await Lose(http, fault, handle);
                break;
            case { Kind: "slow_body" } fault:
                await Trickle(http, fault, handle);
                break;
            case { } fault:
                journal.Record(
                    call.Provider,
                    call.Names[0],
                    call.Accounts is [var account, ..] ? account : null,
                    null,
                    "error",
                    $"fault: {fault.Kind}"
                );
                await Refuse(http, fault, vendor);
                break;
        }
    }

    public static Task WriteHtml(HttpContext http) => JsonReply.WriteText(http, 200, Page, "text/html; charset=utf-8");

    private static Task Refuse(HttpContext http, Fault fault, IVendorFaults vendor) =>
        fault.Kind switch
        {
            "status" => vendor.Status(http, fault),
            "token_bad" => vendor.TokenBad(http),
            "html" => WriteHtml(http),
            "reset" => Reset(http),
            _ => JsonReply.WriteText(http, 200, """{"result": {"content": [{"type": "te""", "application/json"),
        };

    /// <summary>The line is cut before anything happened.</summary>
    private static Task Reset(HttpContext http)
    {
        http.Abort();
        return Task.CompletedTask;
    }

    /// <summary>Half the answer, a pause, and the rest.</summary>
    private async Task Trickle(HttpContext http, Fault fault, Func<Task> handle)
    {
        var line = http.Response.Body;
        using var answer = new MemoryStream();
        http.Response.Body = answer;
        await handle();
        http.Response.Body = line;
        var half = (int)answer.Length / 2;
        await line.WriteAsync(answer.GetBuffer().AsMemory(0, half), http.RequestAborted);
        await line.FlushAsync(http.RequestAborted);
        await Task.Delay(TimeSpan.FromMilliseconds(fault.Ms!.Value), clock, http.RequestAborted);
        await line.WriteAsync(answer.GetBuffer().AsMemory(half, (int)answer.Length - half), http.RequestAborted);
    }

    /// <summary>The call takes effect; its answer goes nowhere and the line is cut.</summary>
    private async Task Lose(HttpContext http, Fault fault, Func<Task> handle)
    {
        http.MarkLost();
        http.Response.Body = Stream.Null;
        await handle();
        if (fault.Ms is { } wait)
            await Task.Delay(TimeSpan.FromMilliseconds(wait), clock, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        http.Abort();
    }
}
