using System.Text.Json.Serialization;
using Campaigns.Domain.Media;

namespace Campaigns.Domain.Campaigns;

/// <summary>A picture that a model shall go by. Either a stored file, or an address that is read when the model is asked.</summary>
/// <param name="Role">As what.</param>
/// <param name="Url">Where it is; public, https.</param>
/// <param name="Asset">A file of the tenant's own; read from the store.</param>
public sealed record PictureReference(
    ReferenceRole Role,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Uri? Url = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MediaAsset? Asset = null
);

/// <summary>What a picture is gone by for.</summary>
public enum ReferenceRole
{
    /// <summary>The thing that is advertised: it must look like this.</summary>
    Product,

    /// <summary>The manner, not the things shown.</summary>
    Inspiration,

    /// <summary>The brand's mark.</summary>
    Logo,

    /// <summary>Another picture of the same item: one look throughout.</summary>
    Style,

    /// <summary>The picture that is to be changed: all of it stays but what is asked for.</summary>
    Original,
}
