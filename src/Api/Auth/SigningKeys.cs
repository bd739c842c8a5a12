using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Campaigns.Api.Auth;

/// <summary>
/// The issuer's public keys. They are asked for again when they are old or a token names one that is not among them, but rarely: whoever
/// makes up key ids, or hangs up before the answer, must not make us flood the issuer.
/// </summary>
internal sealed class SigningKeys(IHttpClientFactory http, ClerkOptions options, TimeProvider clock, ILogger<SigningKeys> log)
{
    /// <summary>The name of the HTTP client that fetches them.</summary>
    public const string HttpClientName = "clerk-keys";

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Usable = TimeSpan.FromHours(1); // while the issuer cannot be reached
    private static readonly TimeSpan BetweenLoads = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenFailures = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    private readonly Lock _starting = new();
    private Task _load = Task.CompletedTask;
    private Snapshot? _last;
    private DateTimeOffset _nextLoad = DateTimeOffset.MinValue;
    private bool _lastLoadFailed;

    /// <summary>The key of that id, or null when the issuer has none.</summary>
    /// <exception cref="SigningKeysUnavailableException">The issuer cannot be asked.</exception>
    public async ValueTask<SecurityKey?> Find(string id, CancellationToken ct)
    {
        if (Known(id) is { } key && Age < Fresh)
            return key;

        var load = LoadOfAll(out var begun);
        // A request whose key is known does not wait for another one's reload.
        if (begun || Known(id) is null)
            await load.WaitAsync(ct);

        return Known(id) ?? (_lastLoadFailed || Age >= Usable ? throw new SigningKeysUnavailableException() : null);
    }

    /// <summary>The key of that id, if it was found already.</summary>
    public SecurityKey? Known(string id) => Age < Usable ? _last?.Keys.GetValueOrDefault(id) : null;

    /// <summary>The key of that id, if it was found already and need not be asked for again.</summary>
    public SecurityKey? Current(string id) => Age < Fresh ? _last?.Keys.GetValueOrDefault(id) : null;

    private TimeSpan Age => _last is { } last ? clock.GetUtcNow() - last.At : TimeSpan.MaxValue;

    // One load for everybody, which no request can end: requests only wait for it. When the next one may be is set before it begins.
    private Task LoadOfAll(out bool begun)
    {
        lock (_starting)
        {
            begun = _load.IsCompleted && clock.GetUtcNow() >= _nextLoad;
            if (begun)
            {
                _nextLoad = clock.GetUtcNow() + BetweenLoads;
                _load = Task.Run(Load);
            }
            return _load;
        }
    }

    private async Task Load()
    {
        using var deadline = new CancellationTokenSource(Deadline, clock);
        try
        {
            using var client = http.CreateClient(HttpClientName);
            var loaded = Read(await client.GetStringAsync(options.KeysAddress, deadline.Token));
            _last = new(loaded.ToDictionary(one => one.Key, SecurityKey (one) => AsBefore(one.Value)), clock.GetUtcNow());
            _lastLoadFailed = false;
        }
        catch (Exception e)
            when (e is HttpRequestException or OperationCanceledException or JsonException or ArgumentException or InvalidOperationException // an unknown character set
            )
        {
            log.LogWarning(e, "Cannot load the signing keys from {Address}", options.KeysAddress);
            _lastLoadFailed = true;
            lock (_starting)
                _nextLoad = clock.GetUtcNow() + BetweenFailures;
        }
    }

    // The same object for the same key: what it vouched for stays vouched for, and it need not be made ready anew.
    private JsonWebKey AsBefore(JsonWebKey loaded) =>
        _last?.Keys.GetValueOrDefault(loaded.Kid) is JsonWebKey last && (last.N, last.E) == (loaded.N, loaded.E) ? last : loaded;

    private static Dictionary<string, JsonWebKey> Read(string json)
    {
        var keys = new Dictionary<string, JsonWebKey>();
        foreach (var key in new JsonWebKeySet(json).Keys.Where(IsForSignatures))
            keys.TryAdd(key.Kid, key);
        return keys.Count > 0 ? keys : throw new ArgumentException("There is no usable key in it.", nameof(json));
    }

    private static bool IsForSignatures(JsonWebKey key) =>
        key is { Kty: "RSA", Use: null or "sig", Alg: null or "RS256", HasPrivateKey: false, KeySize: >= 2048 }
        && !string.IsNullOrEmpty(key.Kid);

    private sealed record Snapshot(IReadOnlyDictionary<string, SecurityKey> Keys, DateTimeOffset At);
}
