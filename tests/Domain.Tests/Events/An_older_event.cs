using System.Text;
using Campaigns.Domain.Publications;
using Campaigns.EventStore.Serialization;

namespace Campaigns.Domain.Tests.Events;

/// <summary>As it was stored before it had all of its members.</summary>
public sealed class An_older_event
{
    [Fact]
    public void of_a_scheduled_publication_means_a_day_and_quiet_hours()
    {
        var read = Assert.IsType<PublicationEvent.Scheduled>(Read("publication.scheduled.v1", Scheduled));

        Assert.Equal((null, false), (read.Late, read.AtOnce));
        var state = Assert.IsType<Publication.Waiting>(Publication.Evolve(Publication.Initial, read));
        Assert.Equal(Timing.Default, state.Order.Timing);
    }

    [Fact]
    public void of_a_moved_publication_means_quiet_hours() =>
        Assert.False(Assert.IsType<PublicationEvent.Rescheduled>(Read("publication.rescheduled.v1", Rescheduled)).AtOnce);

    private static DomainEvent Read(string name, string json) => new EventCodec().Decode(name, Encoding.UTF8.GetBytes(json));

    private const string Scheduled = """
        {
          "content": {
            "campaign": "00000000-0000-7000-8000-000000000002",
            "item": "00000000-0000-7000-8000-000000000003",
            "platform": "instagram",
            "caption": "Fresh bread at seven.\n\n#bread #bakery",
            "media": {
              "key": "org_club/a.jpg",
              "url": "https://media.example/org_club/a.jpg",
              "contentType": "image/jpeg",
              "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
              "bytes": 120000,
              "width": 1080,
              "height": 1080
            },
            "contentHash": "ff59179f9307e3ca7601275c895f5d8e707b8af098c14f68cadd3d34ea7d6f40",
            "altText": "A loaf of bread",
            "madeBy": {
              "provider": "gemini",
              "model": "gemini-3-flash",
              "promptVersion": "posts.v1"
            }
          },
          "target": {
            "account": "00000000-0000-7000-8000-000000000005",
            "instagramUserId": "17841400000000001",
            "username": "the.club"
          },
          "when": {
            "local": "2026-11-24T09:00:00",
            "zone": "Etc/UTC",
            "dueAt": "2026-11-24T09:00:00+00:00",
            "rule": "exact"
          },
          "publishUntil": "2026-11-25T09:00:00+00:00",
          "approvedBy": "user_anna"
        }
        """;

    private const string Rescheduled = """
        {
          "when": {
            "local": "2027-03-28T01:30:00",
            "zone": "Europe/Lisbon",
            "dueAt": "2027-03-28T01:30:00+00:00",
            "rule": "movedForwardOverGap"
          },
          "publishUntil": "2027-03-29T01:30:00+00:00"
        }
        """;
}
