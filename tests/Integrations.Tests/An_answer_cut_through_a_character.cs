using System.Text;
using Campaigns.Integrations.Http;

namespace Campaigns.Integrations.Tests;

public sealed class An_answer_cut_through_a_character
{
    [Theory]
    [InlineData("""{"message":"cut \ud83d"}""", "cut \uFFFD")]
    [InlineData("""{"message":"\ude00 cut"}""", "\uFFFD cut")]
    [InlineData("""{"message":"whole \ud83d\ude00"}""", "whole 😀")]
    public void is_read_all_the_same(string json, string message) =>
        Assert.Equal(message, LenientJson.Parse(Encoding.UTF8.GetBytes(json))!.Value.Text("message"));
}
