namespace Campaigns.Sandbox.Gemini.Copy;

/// <summary>English copy.</summary>
internal static class EnglishVoice
{
    public static readonly Voice Voice = new(
        [
            "News from {brand}!",
            "There is something to look forward to at {brand}.",
            "A word from all of us at {brand}.",
            "Note the day: {brand} has plans.",
            "You read it here first, from {brand}.",
            "Good things take time, and {brand} took it.",
            "Who else has been waiting for this? {brand} certainly has.",
            "From {brand}, with pleasure.",
        ],
        [
            "Meet {product}, the newest reason to love {brand}.",
            "Some days ask for {product}. Today is one of them.",
            "At {brand}, {product} begins long before you see it.",
            "You asked, {brand} listened: {product} is here.",
            "Slow down for a moment: this is {product}.",
            "What makes {product} special? The people at {brand} who care about it.",
            "A little secret from {brand}: {product} is best shared.",
            "New week, new plans, and {product} right in the middle of them.",
        ],
        [
            "Think {word}, think {other}, and leave the rest to us.",
            "We put {word} first, and you can tell from the very first look.",
            "Every detail speaks of {word}, from the first idea to the last touch.",
            "It brings {word} and {other} together, without any fuss.",
            "Made with patience, with {word} in mind and {other} at heart.",
            "No big words needed: {word} says it all.",
            "Because {word} deserves more than an ordinary day.",
        ],
        [
            "See you soon.",
            "Come as you are, stay as long as you like.",
            "Tell us in the comments what you think.",
            "Save this post for the weekend.",
            "Tag someone who should know about it.",
        ],
        [
            "{product}, made to be shared",
            "Say hello to {product}",
            "{brand}: closer to {word}",
            "Your day, with {product}",
            "More {word}, less hurry",
            "It starts with {word}",
        ],
        ["Discover it today", "Book your place", "Find out more", "Visit us this week", "Order yours now"],
        ["newin", "madewithcare", "weekendplans", "discovermore", "goodthings", "behindthescenes"],
        "{product} by {brand}, seen up close, with a hint of {word}"
    );
}
