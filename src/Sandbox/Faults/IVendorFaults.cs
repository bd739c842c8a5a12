namespace Campaigns.Sandbox.Faults;

/// <summary>How one vendor words its failures.</summary>
internal interface IVendorFaults
{
    Task Status(HttpContext http, Fault fault);

    Task TokenBad(HttpContext http);
}
