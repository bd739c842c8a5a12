using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace Campaigns.Sandbox;

/// <summary>Reads the command line: <c>--urls ADDRESS [--data DIR] [--quota N]</c>.</summary>
internal static class SandboxArguments
{
    public const string Usage =
        "usage: campaigns-sandbox [--urls http://127.0.0.1:5090] [--data DIR] [--quota 50], or: campaigns-sandbox get PATH [--urls http://127.0.0.1:5090]";

    public static bool TryRead(string[] args, out SandboxSettings settings, [NotNullWhen(false)] out string? complaint)
    {
        settings = new SandboxSettings();
        complaint = null;
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length || args[i] is not ("--urls" or "--data" or "--quota"))
                complaint = $"{args[i]}: {Usage}";
            else if (args[i] == "--data")
                settings = settings with { Data = Path.GetFullPath(args[i + 1]) };
            else if (args[i] == "--quota")
            {
                if (int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var quota) && quota > 0)
                    settings = settings with { QuotaTotal = quota };
                else
                    complaint = $"--quota {args[i + 1]}: how many posts an account may publish in 24 hours, from 1";
            }
            else if (Uri.TryCreate(args[i + 1], UriKind.Absolute, out var address) && IsLoopback(address))
                settings = settings with { Address = address };
            else
                complaint = $"--urls {args[i + 1]}: the sandbox answers to anyone who reaches it, so it listens on http://127.0.0.1 only";
            if (complaint is not null)
                return false;
        }
        return true;
    }

    /// <summary>Whether the address is plain http on this machine alone.</summary>
    public static bool IsLoopback(Uri address) =>
        address.Scheme == Uri.UriSchemeHttp
        && (address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}
