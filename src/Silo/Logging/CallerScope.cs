using Campaigns.Api.Auth;

namespace Campaigns.Silo.Logging;

/// <summary>Names tenant and user on everything that is logged while a request of theirs is answered.</summary>
internal sealed class CallerScope(RequestDelegate next, ILogger<CallerScope> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Features.Get<Caller>() is not { } caller)
        {
            await next(http);
            return;
        }

        using (
            logger.BeginScope(new KeyValuePair<string, object?>[] { new("tenant", caller.Tenant.Value), new("user", caller.User.Value) })
        )
            await next(http);
    }
}
