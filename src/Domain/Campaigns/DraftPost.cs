namespace Campaigns.Domain.Campaigns;

/// <summary>A post as a model or a person drafted it.</summary>
public sealed record DraftPost(Platform Platform, PostText Text);
