using System.Text.Json.Serialization;

namespace Campaigns.Domain.Campaigns;

/// <summary>A post as a model or a person drafted it.</summary>
/// <param name="Platform">Where it is meant to go.</param>
/// <param name="Text">Its words.</param>
/// <param name="Kind">How it is shown.</param>
public sealed record DraftPost(
    Platform Platform,
    PostText Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] PostKind Kind = PostKind.Photo
);
