using Campaigns.Api.GraphQL;
using Campaigns.Api.GraphQL.Subscriptions;
using Campaigns.Api.Reviews;
using Campaigns.Domain.Tenants;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Api.Auth;

/// <summary>Lets in whoever has a good session token, as long as it is good: of the request, or sent over its connection.</summary>
internal sealed class SessionGate(IServiceScopeFactory scopes, ITenantAccess tenants, TimeProvider clock) : IConnectionGate
{
    public async Task<Admission> Admit(HttpContext http, string? token, CancellationToken ct)
    {
        if (token is null && http.Features.Get<Reviewer>() is { } reviewer)
            return new(reviewer.Sheet.Invite.Actor.Value, reviewer.Sheet.ExpiresAt);
        var caller = token is null ? http.Features.Get<Caller>() : await Read(token, http, ct);
        if (caller is null)
            throw RequestFailure.Unauthenticated();
        http.Features.Set(caller);
        return new(caller.User.Value, caller.Until)
        {
            Names = [new("tenant", caller.Tenant.Value), new("user", caller.User.Value)],
            Renewal = caller.Key is { } key ? ct => Renew(caller.Tenant, key, ct) : null, // a session's token is made anew by its front end
        };
    }

    // What cannot be asked is not trusted on: whoever comes back is told when to try again.
    private async Task<DateTimeOffset?> Renew(TenantId tenant, ServiceTokenId key, CancellationToken ct)
    {
        try
        {
            return CallerOfTenant.Trust(key, await tenants.Of(tenant, ct), clock.GetUtcNow());
        }
        catch (TenantAccessUnavailableException)
        {
            return null;
        }
    }

    // The same judgement as of a request's header, by the same machinery: it knows no other place for a token.
    private async Task<Caller?> Read(string token, HttpContext from, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var request = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = ct };
        request.Connection.RemoteIpAddress = from.Connection.RemoteIpAddress; // who makes tokens up is known by it
        request.Request.Headers.Authorization = $"Bearer {token}";
        var judged = await request.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
        if (judged.Failure is SigningKeysUnavailableException)
            throw RequestFailure.Unavailable(SigningKeysUnavailableException.RetryAfter);
        if (request.Features.Get<RequestFailure>() is { } cannotTell)
            throw cannotTell;
        return judged.Succeeded ? request.Features.Get<Caller>() : null;
    }
}
