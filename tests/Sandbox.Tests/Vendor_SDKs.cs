namespace Campaigns.Sandbox.Tests;

/// <summary>The vendors' own packages find nothing amiss with the sandbox. The cases are written in <c>sdk/</c>.</summary>
public sealed class Vendor_SDKs(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    [Theory]
    [InlineData("structured_text")]
    [InlineData("openapi_schema")]
    [InlineData("plain_text")]
    [InlineData("streamed_text")]
    [InlineData("counted_tokens")]
    [InlineData("picture")]
    [InlineData("retired_model")]
    [InlineData("wrong_ratio")]
    [InlineData("bad_key")]
    [InlineData("quota_reached")]
    [InlineData("blocked_prompt")]
    [InlineData("truncated_answer")]
    [InlineData("no_picture")]
    public Task of_Google_get_from_Gemini(string what) => Node.Holds("gemini.mjs", what, sandbox);

    [Theory]
    [InlineData("tools")]
    [InlineData("search")]
    [InlineData("photo")]
    [InlineData("rejected_media")]
    [InlineData("wrong_arguments")]
    [InlineData("bad_token")]
    [InlineData("rate_limit")]
    [InlineData("session_of_its_own")]
    public Task of_the_Model_Context_Protocol_get_from_Rube(string what) => Node.Holds("rube.mjs", what, sandbox);

    [Theory]
    [InlineData("verified_by_jwks")]
    [InlineData("verified_by_jwt_key")]
    [InlineData("signed_in_request")]
    [InlineData("version_1")]
    [InlineData("forgeries")]
    [InlineData("users")]
    [InlineData("organizations")]
    [InlineData("wrong_secret")]
    public Task of_Clerk_get_from_Clerk(string what) => Node.Holds("clerk.mjs", what, sandbox);

    [Theory]
    [InlineData("structured_text")]
    [InlineData("own_package")]
    [InlineData("own_package_streamed")]
    [InlineData("streamed_text")]
    [InlineData("cost_afterwards")]
    [InlineData("loose_schema")]
    [InlineData("unknown_model")]
    [InlineData("bad_key")]
    [InlineData("rate_limit")]
    [InlineData("error_in_200")]
    [InlineData("cut_and_filtered")]
    public Task of_OpenAI_and_OpenRouter_get_from_OpenRouter(string what) => Node.Holds("openrouter.mjs", what, sandbox);

    [Theory]
    [InlineData("picture")]
    [InlineData("waited_for")]
    [InlineData("prediction")]
    [InlineData("cancelled")]
    [InlineData("failed_and_flagged")]
    [InlineData("wrong_input")]
    [InlineData("unknown_model")]
    [InlineData("bad_key")]
    public Task of_Replicate_get_from_Replicate(string what) => Node.Holds("replicate.mjs", what, sandbox);

    [Theory]
    [InlineData("clip")]
    [InlineData("clip_of_a_weight")]
    [InlineData("clip_of_a_picture")]
    [InlineData("queue")]
    [InlineData("cancelled")]
    [InlineData("flagged")]
    [InlineData("failed")]
    [InlineData("wrong_dialect")]
    [InlineData("unknown_model")]
    [InlineData("bad_key")]
    public Task of_FAL_get_from_FAL(string what) => Node.Holds("fal.mjs", what, sandbox);

    [Theory]
    [InlineData("clip")]
    [InlineData("clip_of_a_picture")]
    [InlineData("filtered")]
    [InlineData("failed")]
    [InlineData("retired_model")]
    [InlineData("wrong_ratio")]
    [InlineData("download_without_a_key")]
    [InlineData("voice")]
    public Task of_Google_get_from_Veo(string what) => Node.Holds("veo.mjs", what, sandbox);
}
