global using static Campaigns.Domain.Tests.Sample;
global using Campaigns.Harness;
global using static Campaigns.Harness.Spec;
