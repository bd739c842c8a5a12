using Campaigns.Bench.Append;
using Campaigns.Bench.Chaos;
using Campaigns.Bench.Command;
using Campaigns.Bench.Due;
using Campaigns.Bench.Generation;
using Campaigns.Bench.Idle;
using Campaigns.Bench.Isolation;
using Campaigns.Bench.Lag;
using Campaigns.Bench.Ledger;
using Campaigns.Bench.Project;
using Campaigns.Bench.Replay;

const string Usage = """
    campaigns-bench BENCH [--json] [options]

      append    acknowledged appends, beside one transaction each and COPY    --rounds 5 --seconds 2
      replay    a log decoded through the port, beside its bytes              --events 500000 --rounds 5
      project   a log into all read models, beside its bytes                  --events 200000 --rounds 2
      command   mutations over HTTP, beside { __typename }                    --in-flight 64 --seconds 4 --rounds 5
      lag       from an acknowledged append to its row                        --rate 500 --seconds 10 --rounds 5
      ledger    AI money reserved and settled, and a limit that holds        --tenants 100 --callers 8 --alone 64 --seconds 4 --rounds 3
      generation pictures beside the ideal, and memory while films pass     --jobs 200 --latency 2 --calls 40 --rounds 2 --videos 10 --megabytes 100
      isolation what keeping tenants apart costs                              --seconds 3 --rounds 5 --events 200000
      due       how late posts go out, beside a queue in Postgres             --posts 10000 --seconds 60 --burst 1000 --each 5 --lead 120
      fairness  how late a tenant's posts go out while another floods         --few 200 --flood 3000 --seconds 20 --each 5 --lead 60
      idle      memory and CPU of a silo with nothing to do                   --settle 45 --seconds 30 --rounds 2
      chaos     posts while the silo is killed again and again                --posts 60 --kills 20 --seed 1 --patience 300 --stuck 0
      sleeping  the same while posts sleep                                    --settle 45 --seconds 30 --some 100000 --many 1000000

    Each makes what it needs and removes it: databases on a private cluster (append and replay: on the server of DATABASE_URL if set).
    """;

return args switch
{
    ["append", .. var rest] => await AppendBench.Run(rest),
    ["replay", .. var rest] => await ReplayBench.Run(rest),
    ["project", .. var rest] => await ProjectBench.Run(rest),
    ["command", .. var rest] => await CommandBench.Run(rest),
    ["lag", .. var rest] => await LagBench.Run(rest),
    ["ledger", .. var rest] => await LedgerBench.Run(rest),
    ["generation", .. var rest] => await GenerationBench.Run(rest),
    ["isolation", .. var rest] => await IsolationBench.Run(rest),
    ["due", .. var rest] => await DueBench.Run(rest),
    ["fairness", .. var rest] => await FairnessBench.Run(rest),
    ["idle", .. var rest] => await IdleBench.Idle(rest),
    ["sleeping", .. var rest] => await IdleBench.Sleeping(rest),
    ["chaos", .. var rest] => await ChaosRun.Run(rest),
    ["--help" or "-h" or "help"] => Print(Console.Out, 0),
    _ => Print(Console.Error, 2),
};

static int Print(TextWriter to, int code)
{
    to.WriteLine(Usage);
    return code;
}
