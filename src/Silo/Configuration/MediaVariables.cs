using Campaigns.Integrations.Media;

namespace Campaigns.Silo.Configuration;

/// <summary>The variables that say where media are.</summary>
internal static class MediaVariables
{
    extension(Variables variables)
    {
        /// <summary>Where media are kept, for a verb: it serves none, so their address does not matter.</summary>
        public MediaOptions Media() =>
            new(Path.GetFullPath(variables.Text("CAMPAIGNS_MEDIA_DIR") ?? "media"), new("http://localhost:5080"));
    }
}
