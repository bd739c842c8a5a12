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
    [InlineData("put_head_and_delete")]
    [InlineData("list_in_pages_and_folders")]
    [InlineData("copy")]
    [InlineData("parts")]
    [InlineData("existing_name")]
    [InlineData("random_suffix")]
    [InlineData("missing")]
    [InlineData("bad_token")]
    [InlineData("rate_limit")]
    [InlineData("older_package")]
    public Task of_Vercel_get_from_Blob(string what) => Node.Holds("blob.mjs", what, sandbox);
}
