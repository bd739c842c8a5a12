namespace Campaigns.Api.Operations;

/// <summary>What is to be tried again.</summary>
/// <param name="Projection">The projection's name, such as `calendar.v1`, or `calendar` for any version.</param>
public sealed record RetryParkedEventsInput(string Projection);

/// <summary>What was asked for.</summary>
/// <param name="Asked">How many events are to be tried again; 0 when none is parked.</param>
public sealed record RetryParkedEventsPayload(int Asked);
