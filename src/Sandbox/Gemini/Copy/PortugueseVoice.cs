namespace Campaigns.Sandbox.Gemini.Copy;

/// <summary>Portuguese copy.</summary>
internal static class PortugueseVoice
{
    public static readonly Voice Voice = new(
        [
            "Novidades da {brand}!",
            "Há boas razões para conhecer a {brand}.",
            "Uma palavra de todos nós, na {brand}.",
            "Marque o dia: a {brand} tem planos.",
            "Leu aqui primeiro, na {brand}.",
            "O que é bom leva tempo, e a {brand} não teve pressa.",
            "Quem mais esperava por isto? A {brand} esperava.",
            "Da {brand}, com gosto.",
        ],
        [
            "Chegou {product}, o novo motivo para gostar da {brand}.",
            "Há dias que pedem {product}. Hoje é um deles.",
            "Na {brand}, {product} começa muito antes de você ver.",
            "Você pediu, a {brand} ouviu: {product} já está aqui.",
            "Pare um instante: isto é {product}.",
            "O que torna {product} especial? Quem faz a {brand} todos os dias.",
            "Um segredo da {brand}: {product} fica ainda melhor em boa companhia.",
            "Semana nova, planos novos e {product} bem no meio deles.",
        ],
        [
            "Pense em {word}, pense em {other} e deixe o resto com a gente.",
            "Colocamos {word} em primeiro lugar, e isso se vê de longe.",
            "Cada detalhe fala de {word}, da primeira ideia ao último toque.",
            "Junta {word} e {other}, sem complicações.",
            "Feito com calma, com {word} na cabeça e {other} no coração.",
            "Não são precisas grandes palavras: {word} diz tudo.",
            "Porque {word} merece mais do que um dia comum.",
        ],
        [
            "Até já!",
            "Venha como está e fique o tempo que quiser.",
            "Conte nos comentários o que achou.",
            "Guarde este post para o fim de semana.",
            "Marque quem precisa saber disso.",
        ],
        [
            "{product}, para dividir com quem você gosta",
            "Diga olá a {product}",
            "{brand}: mais perto de {word}",
            "O seu dia com {product}",
            "Mais {word}, menos pressa",
            "Tudo começa com {word}",
        ],
        ["Descubra hoje", "Reserve o seu lugar", "Saiba mais", "Venha nos visitar esta semana", "Peça já o seu"],
        ["novidade", "feitocomcarinho", "fimdesemana", "descubra", "coisasboas", "bastidores"],
        "{product} da {brand}, visto de perto, com um toque de {word}"
    );
}
