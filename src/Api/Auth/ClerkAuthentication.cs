using System.Diagnostics;
using System.Security.Claims;
using System.Text.Json;
using Campaigns.Api.GraphQL;
using Campaigns.Api.GraphQL.Http;
using Campaigns.Api.GraphQL.Subscriptions;
using Campaigns.Api.Members;
using Campaigns.Domain.Tenants;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Microsoft.Net.Http.Headers;

namespace Campaigns.Api.Auth;

/// <summary>
/// Knows callers by Clerk's session tokens, judged here with the issuer's public keys. A token of someone who acts in another person's
/// name (<c>act</c>, Clerk's impersonation) is refused: history would name the wrong person.
/// </summary>
public static class ClerkAuthentication
{
    /// <summary>Where the operators' dashboard is.</summary>
    public const string DashboardPath = "/dashboard";

    /// <summary>Adds authentication, and <see cref="Caller"/> as a service of each request.</summary>
    /// <param name="services">Where to. A <see cref="TimeProvider"/> among them is the clock.</param>
    /// <param name="clerk">Whose tokens are believed.</param>
    /// <exception cref="ArgumentException">The options are wrong; the message names the environment variable.</exception>
    public static IServiceCollection AddCampaignsAuthentication(this IServiceCollection services, ClerkOptions clerk)
    {
        ArgumentNullException.ThrowIfNull(clerk);
        services.AddSingleton(clerk.Checked());
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<VerifiedSessions>();
        services.AddSingleton<IConnectionGate, SessionGate>();
        services.TryAddSingleton<ITenantAccess, RememberedAccess>();
        services.AddSingleton<MadeUpTokens>();
        services.AddSingleton<Sightings>().AddHostedService(provider => provider.GetRequiredService<Sightings>());
        services
            .AddHttpClient(
                SigningKeys.HttpClientName,
                client =>
                {
                    client.Timeout = Timeout.InfiniteTimeSpan; // they have a deadline of their own
                    client.MaxResponseContentBufferSize = 256 * 1024;
                }
            )
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(), // our traces are not theirs
                }
            );

        services.AddHttpContextAccessor();
        services.AddScoped(scope =>
            scope.GetRequiredService<IHttpContextAccessor>().HttpContext?.Features.Get<Caller>() ?? throw RequestFailure.Unauthenticated()
        );

        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services
            .AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<ClerkOptions, SigningKeys, TimeProvider>(Configure);
        services.AddAuthorization();
        return services;
    }

    private static void Configure(JwtBearerOptions jwt, ClerkOptions clerk, SigningKeys keys, TimeProvider clock)
    {
        jwt.MapInboundClaims = false;
        jwt.TokenValidationParameters = new()
        {
            ValidIssuer = clerk.Issuer,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            TypeValidator = (type, token, _) => CheckHeader(type, (JsonWebToken)token),
            IssuerSigningKeyResolver = (_, _, id, _) => id is not null && keys.Known(id) is { } key ? [key] : [],
            TryAllIssuerSigningKeys = false,
            ValidateAudience = false, // session tokens have none; azp says whom they are for
            ValidateLifetime = false, // by SessionClaims, with our clock
        };
        jwt.Events = new()
        {
            OnMessageReceived = context => FindKey(context, keys),
            OnTokenValidated = context => FindCaller(context, clerk, clock),
            OnChallenge = Refuse,
        };
    }

    private static string CheckHeader(string? type, JsonWebToken token)
    {
        if (type is not (null or "" or "JWT"))
            throw new SecurityTokenInvalidTypeException("The token is of another type.");
        if (token.TryGetHeaderValue<object>("crit", out _))
            throw new SecurityTokenException("The token demands what is not understood here.");
        return "JWT";
    }

    // Loading keys takes time, and the resolver above cannot wait.
    private static async Task FindKey(MessageReceivedContext context, SigningKeys keys)
    {
        if (TokenOf(context.Request) is not { } token)
            return;
        if (context.Request.Headers.Authorization.Count == 0 && !SessionCookie.Counts(context.Request))
        {
            context.HttpContext.Features.Set(RequestFailure.PreflightRequired());
            context.NoResult();
            return;
        }

        if (ServiceTokenText.Looks(token))
        {
            await AdmitService(context, token);
            return;
        }
        if (context.HttpContext.RequestServices.GetRequiredService<VerifiedSessions>().Find(token) is { } known)
        {
            await Admit(context, known);
            return;
        }
        try
        {
            context.Token = token;
            if (new JsonWebToken(context.Token).Kid is { Length: > 0 } id)
                await keys.Find(id, context.HttpContext.RequestAborted);
        }
        catch (Exception e) when (e is SigningKeysUnavailableException or ArgumentException or SecurityTokenException or JsonException)
        {
            context.Fail(e);
        }
    }

    private static string? TokenOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return header["Bearer ".Length..].Trim();
        return header.Length == 0 ? SessionCookie.TokenIn(request) : null;
    }

    private static async Task AdmitService(MessageReceivedContext context, string token)
    {
        if (!ServiceTokenText.TryRead(token, out var shown))
        {
            context.Fail("The service token is malformed.");
            return;
        }
        var services = context.HttpContext.RequestServices;
        var madeUp = services.GetRequiredService<MadeUpTokens>();
        var isKnown = services.GetRequiredService<ITenantAccess>().IsAtHand(shown.Tenant);
        using var place = isKnown ? null : await madeUp.Enter(context.HttpContext);
        if (!isKnown && place is null)
            context.Fail("Too many service tokens from this address were not good: nobody is asked about another tenant's for a minute.");
        else if (await AccessOf(context.HttpContext, shown.Tenant) is not { } access)
            context.NoResult();
        else if (CallerOfTenant.Holding(shown, access, services.GetRequiredService<TimeProvider>().GetUtcNow()) is not { } caller)
        {
            madeUp.Note(context.HttpContext);
            context.Fail("The service token is not good.");
        }
        else
        {
            Note(context.HttpContext, caller);
            context.Principal = new(new ClaimsIdentity([new("sub", caller.User.Value)], "service-token"));
            context.Success();
        }
    }

    private static async Task Admit(MessageReceivedContext context, Caller known)
    {
        if (!await Admit(context.HttpContext, known))
        {
            context.NoResult();
            return;
        }
        context.Principal = new(new ClaimsIdentity([new("sub", known.User.Value)], JwtBearerDefaults.AuthenticationScheme));
        context.Success();
    }

    // In their own workspace nobody else has a say. False: what their tenant says cannot be told now.
    private static async Task<bool> Admit(HttpContext http, Caller caller)
    {
        if (caller.Role is Roles.Personal)
            Note(http, caller);
        else if (await AccessOf(http, caller.Tenant) is { } access)
            Note(http, caller.Within(access));
        else
            return false;
        return true;
    }

    private static void Note(HttpContext http, Caller caller)
    {
        http.Features.Set(caller);
        http.RequestServices.GetRequiredService<Sightings>().Note(caller);
    }

    // Null: it cannot be told now, and the request is answered so.
    private static async Task<TenantAccess?> AccessOf(HttpContext http, TenantId tenant)
    {
        try
        {
            return await http.RequestServices.GetRequiredService<ITenantAccess>().Of(tenant, http.RequestAborted);
        }
        catch (TenantAccessUnavailableException)
        {
            http.Features.Set(RequestFailure.Unavailable(TenantAccessUnavailableException.RetryAfter));
            return null;
        }
    }

    private static async Task FindCaller(TokenValidatedContext context, ClerkOptions clerk, TimeProvider clock)
    {
        try
        {
            var token = (JsonWebToken)context.SecurityToken;
            using var claims = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload));
            var session = SessionClaims.Read(claims.RootElement, clerk);
            var caller = session.At(clock.GetUtcNow());
            if (token.SigningKey is { } key)
                context.HttpContext.RequestServices.GetRequiredService<VerifiedSessions>().Keep(token.EncodedToken, key, session);
            if (!await Admit(context.HttpContext, caller))
                context.NoResult();
        }
        catch (Exception e) when (e is SecurityTokenException or JsonException)
        {
            context.Fail(e);
        }
    }

    // Says that the token is no good, not why: whoever forges one should learn nothing.
    private static Task Refuse(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        var mediaType = MediaTypes.Negotiate(context.Request);
        if (context.HttpContext.Features.Get<RequestFailure>() is { } failure) // of a reviewer, who has no session, or of a cookie that does not count
            return GraphQLAnswer.Refuse(context.HttpContext, failure, mediaType);
        if (context.AuthenticateFailure is SigningKeysUnavailableException)
            return GraphQLAnswer.Refuse(
                context.HttpContext,
                RequestFailure.Unavailable(SigningKeysUnavailableException.RetryAfter),
                mediaType
            );

        context.Response.Headers[HeaderNames.WWWAuthenticate] = context.AuthenticateFailure is null
            ? "Bearer"
            : "Bearer error=\"invalid_token\"";
        return GraphQLAnswer.Refuse(context.HttpContext, RequestFailure.Unauthenticated(), mediaType);
    }
}
