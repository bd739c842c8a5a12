using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Campaigns.Sandbox;

/// <summary>The address the sandbox is bound to, without a trailing slash; it stands in tokens and links.</summary>
internal sealed class BaseAddress(IServer server)
{
    public string Value => server.Features.Get<IServerAddressesFeature>()!.Addresses.First().TrimEnd('/');
}
