using Campaigns.Domain.Brands;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;
using Campaigns.Domain.Tenants;

namespace Campaigns.Bench.History;

/// <summary>Words of the usual lengths.</summary>
internal static class Texts
{
    public const string Brief =
        "A partir de segunda-feira abrimos às seis da manhã, com a primeira fornada do dia: pão de fermentação natural, broas e café de "
        + "filtro. Queremos que quem passa a caminho do comboio pare cinco minutos, e que volte ao sábado com a família.";

    public const string Picture = "A wooden table by a window at dawn, a sourdough loaf cut open, steam rising, a cup of coffee beside it.";

    /// <summary>Stands for the hash that an approval binds.</summary>
    public const string Hash = "2c33a295d2800f6f0d4f5a34e0e1d7b04bb01e0d2d1c4e0c8f5a7d3b9c6e1f20";

    private static readonly string[] Openings =
    [
        "Às seis da manhã a cidade ainda dorme, mas o forno já está quente.",
        "Zum Saisonstart öffnen wir am Samstag ab neun Uhr: frischer Kaffee, warme Zimtschnecken und Erdbeeren vom Hof.",
        "Fresh out of the oven at six: sourdough, corn bread and filter coffee for everybody on the way to the train.",
    ];

    public static PostText Post(int number) =>
        new(
            $"{Openings[number % Openings.Length]} Passe por cá, traga amigos, e diga-nos do que gostou mais! (n.º {number})",
            ["padaria", "fornadadasseis", "pao", "lisboa"],
            Picture,
            "Um pão cortado ao meio sobre uma mesa de madeira."
        );

    public static BrandProfile Brand(int number) =>
        new(
            $"Padaria Aurora {number}",
            "pt-BR",
            "Pão de fermentação natural, desde 1954.",
            "#7A3E12",
            "#F2E3C6",
            null,
            "caloroso e simples"
        );

    public static MediaAsset Media(TenantId tenant, Guid id) =>
        new($"{tenant}/{id}.jpg", new($"https://media.example.com/media/{tenant}/{id}.jpg"), "image/jpeg", Hash, 184_320, 1080, 1350);
}
