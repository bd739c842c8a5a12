namespace Campaigns.Sandbox.Gemini.Copy;

/// <summary>German copy.</summary>
internal static class GermanVoice
{
    public static readonly Voice Voice = new(
        [
            "Neues von {brand}!",
            "Bei {brand} gibt es etwas, worauf man sich freuen kann.",
            "Ein Wort von uns allen bei {brand}.",
            "Tag vormerken: {brand} hat etwas vor.",
            "Hier zuerst gelesen, bei {brand}.",
            "Gut Ding will Weile haben, und {brand} hat sie sich genommen.",
            "Wer hat noch darauf gewartet? {brand} auf jeden Fall.",
            "Von {brand}, mit Freude.",
        ],
        [
            "Das ist {product}: der neueste Grund, {brand} zu mögen.",
            "Manche Tage rufen nach {product}. Heute ist so einer.",
            "Bei {brand} beginnt {product}, lange bevor du es siehst.",
            "Ihr habt gefragt, {brand} hat zugehört: {product} ist da.",
            "Kurz innehalten, bitte: {product}.",
            "Was {product} besonders macht? Die Menschen bei {brand}, denen es am Herzen liegt.",
            "Ein kleines Geheimnis von {brand}: {product} teilt man am besten.",
            "Neue Woche, neue Pläne und mittendrin {product}.",
        ],
        [
            "Denk an {word}, denk an {other}, den Rest übernehmen wir.",
            "Für uns steht {word} an erster Stelle, und das sieht man sofort.",
            "Jedes Detail erzählt von {word}, von der ersten Idee bis zum letzten Handgriff.",
            "Hier kommen {word} und {other} zusammen, ganz ohne Aufwand.",
            "Mit Ruhe gemacht, mit {word} im Sinn und {other} im Herzen.",
            "Große Worte braucht es nicht: {word} sagt alles.",
            "Denn {word} verdient mehr als einen gewöhnlichen Tag.",
        ],
        [
            "Bis bald!",
            "Komm, wie du bist, und bleib, so lange du magst.",
            "Schreib uns in die Kommentare, was du denkst.",
            "Speichere den Beitrag für das Wochenende.",
            "Markiere jemanden, der das wissen sollte.",
        ],
        [
            "{product}, gemacht zum Teilen",
            "Sag hallo zu {product}",
            "{brand}: näher an {word}",
            "Dein Tag mit {product}",
            "Mehr {word}, weniger Eile",
            "Alles beginnt mit {word}",
        ],
        ["Jetzt entdecken", "Platz sichern", "Mehr erfahren", "Besuch uns diese Woche", "Gleich bestellen"],
        ["neuda", "mitliebegemacht", "wochenende", "entdecken", "gutesachen", "hinterdenkulissen"],
        "{product} von {brand}, aus der Nähe gesehen, mit einem Hauch von {word}"
    );
}
