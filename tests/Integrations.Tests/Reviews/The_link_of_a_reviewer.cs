using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Reviews;
using Campaigns.Domain.Tenants;
using Campaigns.Integrations.Reviews;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Integrations.Tests.Reviews;

public sealed class The_link_of_a_reviewer
{
    private static readonly ReviewLink Link = new(
        TenantId.Parse("org_club"),
        new CampaignId(new Guid(1, 0, 0, new byte[8])),
        new InviteId(new Guid(2, 0, 0, new byte[8])),
        new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero)
    );

    private readonly IReviewLinks links = With(1);

    [Fact]
    public void opens_what_it_was_made_for()
    {
        var token = links.TokenOf(Link);

        Assert.Equal(Link, links.Read(token));
        Assert.Equal(token, links.TokenOf(Link));
        Assert.Matches(@"\Arvw1\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{43}\z", token);
    }

    [Fact]
    public void opens_nothing_once_any_character_is_another_one()
    {
        var token = links.TokenOf(Link);

        for (var at = 0; at < token.Length; at++)
            foreach (var other in "Aa0_.")
                if (token[at] != other)
                    Assert.Null(links.Read($"{token[..at]}{other}{token[(at + 1)..]}"));
        Assert.Null(links.Read(token + "="));
        Assert.Null(links.Read(token[..^1]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("rvw1.")]
    [InlineData("rvw1..")]
    [InlineData("rvw1.b3Jn.c2ln")]
    [InlineData("rvw1.!.?")]
    public void is_not_just_any_text(string? token) => Assert.Null(links.Read(token));

    [Fact]
    public void is_void_under_another_master_key() => Assert.Null(With(2).Read(links.TokenOf(Link)));

    [Fact]
    public void needs_a_key_that_is_long_enough() =>
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddReviewLinks(new(new byte[31])));

    private static IReviewLinks With(byte key)
    {
        var masterKey = new byte[32];
        masterKey[0] = key;
        return new ServiceCollection().AddReviewLinks(new(masterKey)).BuildServiceProvider().GetRequiredService<IReviewLinks>();
    }
}
