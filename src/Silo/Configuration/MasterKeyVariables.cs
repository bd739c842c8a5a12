using Campaigns.Keys;

namespace Campaigns.Silo.Configuration;

/// <summary>The variables that hold master keys.</summary>
internal static class MasterKeyVariables
{
    extension(Variables variables)
    {
        /// <summary>All master keys, for a verb; null when something is wrong with them.</summary>
        public MasterKeys? Masters()
        {
            var (current, former) = (variables.MasterKey(), variables.FormerMasterKeys());
            return current is null || variables.Problems.Count > 0 ? null : new(current, [.. former]);
        }

        /// <summary>The master key; null when it is not set or wrong, which is a problem in either case.</summary>
        public byte[]? MasterKey() =>
            variables.Required(
                "CAMPAIGNS_MASTER_KEY",
                "events, snapshots and accounts' tokens are encrypted with it",
                "$(openssl rand -base64 32)"
            )
                is null
                ? null
                : variables.Key("CAMPAIGNS_MASTER_KEY");

        /// <summary>Those it took the place of.</summary>
        public IReadOnlyList<ReadOnlyMemory<byte>> FormerMasterKeys()
        {
            const string name = "CAMPAIGNS_FORMER_MASTER_KEYS";
            var keys = new List<ReadOnlyMemory<byte>>();
            foreach (var text in variables.List(name))
            {
                var bytes = new byte[text.Length];
                if (Convert.TryFromBase64String(text, bytes, out var length) && length == 32)
                    keys.Add(bytes.AsMemory(0, length));
                else
                    variables.Refuse(
                        name,
                        "holds what is not 32 bytes in base64; former values of CAMPAIGNS_MASTER_KEY go there, between commas"
                    );
            }
            return keys;
        }
    }
}
