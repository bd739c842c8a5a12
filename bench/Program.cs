using Campaigns.Bench.Append;
using Campaigns.Bench.Replay;

const string Usage = """
    campaigns-bench BENCH [--json] [--rounds N] [--seconds S]

      append   acknowledged appends per second, beside one transaction each and COPY

    It makes a database of its own and drops it: on the server of DATABASE_URL if set, else on a private cluster.
    """;

return args switch
{
    ["append", .. var rest] => await AppendBench.Run(rest),
    ["replay", .. var rest] => await ReplayBench.Run(rest),
    ["--help" or "-h" or "help"] => Print(Console.Out, 0),
    _ => Print(Console.Error, 2),
};

static int Print(TextWriter to, int code)
{
    to.WriteLine(Usage);
    return code;
}
