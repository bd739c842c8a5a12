using System.Text;
using System.Text.Json.Nodes;
using Campaigns.Domain;
using Campaigns.EventStore.Serialization;
using static Campaigns.EventStore.Tests.NoteEvent;

namespace Campaigns.EventStore.Tests;

public sealed class Serialization_of_events
{
    [Fact]
    public void writes_its_members_in_camel_case_with_enums_and_ids_as_strings_and_text_as_it_reads() =>
        Assert.Equal(
            """{"text":"Grüße, 東京 <3","mood":"veryGood","by":"org_club"}""",
            Encoding.UTF8.GetString(EventCodec.Encode(new Written("Grüße, 東京 <3", Mood.VeryGood, Given.Club)))
        );

    [Fact]
    public void reads_what_it_wrote()
    {
        var written = new Written("a\u0000b\ud83c\udf89", Mood.VeryGood, Given.Club);
        Assert.Equal(written, Codec.Decode(Codec.NameOf(written), EventCodec.Encode(written)));
    }

    [Fact]
    public void ignores_members_it_does_not_know() => Assert.Equal(new Torn(3), Decode("note.torn.v2", """{"pieces":3,"colour":"red"}"""));

    [Theory]
    [InlineData("note.burnt.v1", "{}")]
    [InlineData("note.torn.v2", "{}")]
    [InlineData("note.torn.v2", "null")]
    [InlineData("note.torn.v2", "[]")]
    [InlineData("note.torn.v2", "")]
    [InlineData("note.torn.v2", """{"pieces":"many"}""")]
    [InlineData("note.written.v1", """{"text":null}""")]
    [InlineData("note.written.v1", """{"text":"a","mood":"gloomy"}""")]
    [InlineData("note.written.v1", """{"text":"a","mood":1}""")]
    [InlineData("note.written.v1", """{"text":"secret","by":"nobody"}""")]
    public void answers_what_it_cannot_read_with_a_stand_in_that_shows_no_content(string name, string payload)
    {
        var unreadable = Assert.IsType<UnreadableEvent>(Decode(name, payload));
        Assert.Contains(name, unreadable.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", unreadable.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void refuses_an_event_that_has_no_stored_name() =>
        Assert.Throws<KeyNotFoundException>(() => Codec.NameOf(new UnreadableEvent("never stored")));

    [Fact]
    public void of_the_program_knows_every_event_of_the_catalogue()
    {
        var codec = new EventCodec();
        Assert.Equal(
            EventCatalogue.All.Count,
            EventCatalogue.All.Count(known =>
                codec.Decode(known.Key, "{]"u8) is UnreadableEvent { Reason: var why }
                && why.Contains("does not fit", StringComparison.Ordinal)
            )
        );
    }

    private static DomainEvent Decode(string name, string payload) => Codec.Decode(name, Encoding.UTF8.GetBytes(payload));
}

public sealed class Upcasting_an_event
{
    private static readonly Upcaster FromV0 = new("note.torn.v0", "note.torn.v1", old => With(old, "parts", 2));
    private static readonly Upcaster FromV1 = new(
        "note.torn.v1",
        "note.torn.v2",
        old => With(old, "pieces", old["parts"]!.GetValue<int>())
    );

    [Theory]
    [InlineData("note.torn.v0", "{}", 2)]
    [InlineData("note.torn.v1", """{"parts":5}""", 5)]
    [InlineData("note.torn.v2", """{"pieces":7}""", 7)]
    public void leads_through_every_version_to_the_newest(string name, string payload, int pieces) =>
        Assert.Equal(new Torn(pieces), Codec(FromV0, FromV1).Decode(name, Encoding.UTF8.GetBytes(payload)));

    [Fact]
    public void leaves_a_payload_that_the_upcaster_stumbles_over_unreadable() =>
        Assert.IsType<UnreadableEvent>(Codec(FromV1).Decode("note.torn.v1", "{}"u8));

    [Fact]
    public void may_not_start_at_a_name_of_today() =>
        Assert.Throws<ArgumentException>(() => Codec(new Upcaster("note.torn.v2", "note.written.v1", old => old)));

    [Fact]
    public void may_not_lead_nowhere() => Assert.Throws<ArgumentException>(() => Codec(FromV0));

    [Fact]
    public void may_not_lead_in_a_circle() =>
        Assert.Throws<ArgumentException>(() => new Upcasters(FromV0, FromV1 with { To = "note.torn.v0" }));

    private static EventCodec Codec(params Upcaster[] upcasters) => new(Names, new Upcasters(upcasters));

    private static JsonObject With(JsonObject payload, string name, int value)
    {
        payload[name] = value;
        return payload;
    }
}
