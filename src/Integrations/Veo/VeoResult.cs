using System.Text.Json;
using System.Text.RegularExpressions;
using Campaigns.Domain;
using Campaigns.Integrations.Http;
using Campaigns.Integrations.Models;

namespace Campaigns.Integrations.Veo;

/// <summary>How far an operation is: <c>done</c> is absent until it is true.</summary>
internal static partial class VeoResult
{
    private const string Mp4 = "video/mp4";

    public static (MediaWork? Work, Reply<MediaWork>? Failed) Of(JsonElement operation, string asked, Uri home)
    {
        if (!operation.IsTrue("done"))
            return (new MediaWork.Going(asked), null);
        if (operation.Member("error") is { ValueKind: JsonValueKind.Object } error)
            return No(VeoErrors.OfOperation(error));
        var response = operation.Member("response").Member("generateVideoResponse");
        var video = response.Member("generatedSamples").Items().FirstOrDefault().Member("video");
        if (video.Text("uri") is { } text && Uri.TryCreate(text, UriKind.Absolute, out var uri))
            return (new MediaWork.There(AtHome(uri, home), Mp4), null);
        if (video.Member("encodedVideo") is { ValueKind: JsonValueKind.String } inline && inline.TryGetBytesFromBase64(out var bytes))
            return (new MediaWork.Here(bytes, video.Text("encoding") ?? Mp4), null);
        return response.Number("raiMediaFilteredCount") > 0
            ? No(new(Failure.SafetyRefused, "rai_filtered"))
            : No(new(Failure.Empty, "no_video"));
    }

    /// <summary>
    /// A file of Google's is opened at the address that is configured, as their own package does: where Google is reached in another way, the
    /// address in the answer leads round it.
    /// </summary>
    private static Uri AtHome(Uri file, Uri home) =>
        FileName.Match(file.AbsolutePath) is { Success: true } name
            ? new Uri($"{home.AbsoluteUri.TrimEnd('/')}/files/{name.Groups["id"].Value}:download?alt=media")
            : file;

    private static (MediaWork?, Reply<MediaWork>) No(Failed failed) => (null, failed.To<MediaWork>(VeoModels.Vendor, Asking.Ended));

    [GeneratedRegex(@"/files/(?<id>[a-z0-9]+):download\z")]
    private static partial Regex FileName { get; }
}
