global using Campaigns.Harness;
