using System.Text.Json.Serialization;

namespace Campaigns.Domain.Campaigns;

/// <summary>A post as a model or a person drafted it.</summary>
/// <param name="Platform">Where it is meant to go.</param>
/// <param name="Text">Its words.</param>
/// <param name="Kind">How it is shown.</param>
/// <param name="Script">What it has beside its caption; null for a plain post.</param>
public sealed record DraftPost(
    Platform Platform,
    PostText Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] PostKind Kind = PostKind.Photo,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ItemScript? Script = null
);
