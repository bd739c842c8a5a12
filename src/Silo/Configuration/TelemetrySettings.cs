namespace Campaigns.Silo.Configuration;

/// <summary>What is told of the running process, and to whom. Printing it tells no secret.</summary>
/// <param name="Export">Whether traces and metrics are sent away by OTLP; where to and how is OpenTelemetry's own variables' word.</param>
/// <param name="MetricsToken">Opens <c>/metrics</c>; null: it is there on this machine only.</param>
/// <param name="Dashboard">Whether Orleans' dashboard is there: while somebody operates the system.</param>
internal sealed record TelemetrySettings(bool Export, string? MetricsToken, bool Dashboard)
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Token = "CAMPAIGNS_METRICS_TOKEN";
    private const int ShortestToken = 16;

    public static TelemetrySettings Read(Variables variables) =>
        new(ReadExport(variables), ReadToken(variables), variables.List("SUPER_ADMINS").Count > 0);

    public override string ToString() => $"Export = {Export}, Dashboard = {Dashboard}";

    private static bool ReadExport(Variables variables)
    {
        var disabled = variables.Flag("OTEL_SDK_DISABLED");
        return variables.Own(Endpoint, "http://collector:4317") is not null && !disabled;
    }

    // It is sent as a header, and must not be guessed.
    private static string? ReadToken(Variables variables)
    {
        if (variables.Text(Token) is not { } token)
            return null;
        if (token.Length >= ShortestToken && token.All(sign => sign is > ' ' and <= '~'))
            return token;
        variables.Refuse(Token, $"is not at least {ShortestToken} printable ASCII characters. Make one with: openssl rand -hex 24");
        return null;
    }
}
