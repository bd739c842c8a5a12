using Campaigns.Domain;
using Campaigns.Domain.Campaigns;

namespace Campaigns.Api.Campaigns;

/// <summary>Which of the files that a post is made of.</summary>
/// <param name="Role">As what.</param>
/// <param name="Number">Which of its kind, from 1; 0 where there is only one.</param>
public sealed record PartInput(PartRole Role, int Number = 0)
{
    internal ItemPart ToPart() => new(Role, Number);
}

/// <summary>A picture to change.</summary>
/// <param name="CampaignId">Its campaign.</param>
/// <param name="ItemId">Of which post.</param>
/// <param name="Instruction">What shall be otherwise; 1 to 2,000 characters.</param>
/// <param name="Part">Which slide, scene or cover; null for the one picture of a post.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record ChangePictureInput(
    CampaignId CampaignId,
    ItemId ItemId,
    string Instruction,
    PartInput? Part = null,
    CommandId? CommandId = null
) : IPostInput
{
    internal ChangePicture ToCommand() => new(ItemId, Part?.ToPart(), Instruction);
}

/// <summary>A part to make anew.</summary>
/// <param name="CampaignId">Its campaign.</param>
/// <param name="ItemId">Of which post.</param>
/// <param name="Part">Which.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record RemakePartInput(CampaignId CampaignId, ItemId ItemId, PartInput Part, CommandId? CommandId = null) : IPostInput
{
    internal RemakePart ToCommand() => new(ItemId, Part.ToPart());
}
