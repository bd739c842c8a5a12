namespace Campaigns.Sandbox.Gemini.Copy;

/// <summary>Spanish copy.</summary>
internal static class SpanishVoice
{
    public static readonly Voice Voice = new(
        [
            "¡Novedades de {brand}!",
            "Hay buenas razones para asomarse a {brand}.",
            "Unas palabras de todo el equipo de {brand}.",
            "Apunta el día: {brand} tiene planes.",
            "Lo leíste aquí primero, en {brand}.",
            "Lo bueno toma su tiempo, y {brand} no tuvo prisa.",
            "¿Quién más lo estaba esperando? En {brand}, todos.",
            "De {brand}, con gusto.",
        ],
        [
            "Llega {product}, la nueva razón para querer a {brand}.",
            "Hay días que piden {product}. Hoy es uno de ellos.",
            "En {brand}, {product} empieza mucho antes de que lo veas.",
            "Lo pediste y {brand} escuchó: {product} ya está aquí.",
            "Detente un momento: esto es {product}.",
            "¿Qué hace especial a {product}? La gente de {brand}, que lo cuida cada día.",
            "Un secreto de {brand}: {product} sabe mejor cuando se comparte.",
            "Semana nueva, planes nuevos y {product} justo en medio.",
        ],
        [
            "Piensa en {word}, piensa en {other} y deja el resto en nuestras manos.",
            "Ponemos {word} en primer lugar, y se nota desde el principio.",
            "Cada detalle habla de {word}, desde la primera idea hasta el último toque.",
            "Reúne {word} y {other}, sin complicaciones.",
            "Hecho con calma, con {word} en mente y {other} en el corazón.",
            "No hacen falta grandes palabras: {word} lo dice todo.",
            "Porque {word} merece más que un día cualquiera.",
        ],
        [
            "¡Hasta pronto!",
            "Ven como eres y quédate el tiempo que quieras.",
            "Cuéntanos en los comentarios qué te parece.",
            "Guarda esta publicación para el fin de semana.",
            "Etiqueta a quien debería saberlo.",
        ],
        [
            "{product}, hecho para compartir",
            "Dile hola a {product}",
            "{brand}: más cerca de {word}",
            "Tu día con {product}",
            "Más {word}, menos prisa",
            "Todo empieza con {word}",
        ],
        ["Descúbrelo hoy", "Reserva tu lugar", "Más información", "Visítanos esta semana", "Pide el tuyo"],
        ["novedad", "hechoconcariño", "findesemana", "descubre", "cosasbuenas", "detrásdecámaras"],
        "{product} de {brand}, visto de cerca, con un toque de {word}"
    );
}
