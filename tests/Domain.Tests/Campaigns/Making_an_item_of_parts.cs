using Campaigns.Domain.Campaigns;
using static Campaigns.Domain.Tests.Campaigns.RunSample;

namespace Campaigns.Domain.Tests.Campaigns;

public sealed class Making_an_item_of_parts
{
    private static readonly ItemScript Slides = new(
        ContentKind.Carousel,
        "Three loaves",
        Slides: [new("A loaf", "One"), new("A basket", "Two"), new("A shop", "Three")]
    );

    private static readonly ItemScript Scenes = new(
        ContentKind.Clip,
        "Dawn",
        CoverPrompt: "The oven",
        Scenes: [new("Flour falls", "It begins at four.", 4), new("Bread rises", "", 6)]
    );

    [Fact]
    public void shows_the_slides_that_came_in_order_once_none_is_waited_for()
    {
        var events = Written(Slides).ToList();
        events.AddRange(Made(events, Asked(events)[0], File(1)));
        events.AddRange(Made(events, Asked(events)[2], File(3)));
        Assert.Empty(TheOne(events).Media);

        events.AddRange(Failed(events, Asked(events)[1]));

        Assert.Equal([File(1), File(3)], TheOne(events).Media);
        Assert.Equal(Hiccup, TheOne(events).Part(ItemPart.Slide(2))!.Problem);
        Assert.False(TheOne(events).IsBeingMade);
    }

    [Fact]
    public void of_a_clip_of_more_scenes_leaves_the_cutting_to_people()
    {
        var events = Written(Scenes, new(1, 2)).ToList();
        for (var n = 0; n < 3; n++)
            events.AddRange(Made(events, Asked(events)[n], File(n)));

        Assert.Empty(TheOne(events).Media);
        Assert.Equal([File(0), File(1), File(2)], TheOne(events).Parts.Select(part => part.Media));
    }
}
