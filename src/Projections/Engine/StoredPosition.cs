using Campaigns.EventStore;

namespace Campaigns.Projections.Engine;

/// <summary>Positions as <c>bigint</c>: kept and compared, never computed with.</summary>
internal static class StoredPosition
{
    public static long ToColumn(LogPosition position) => checked((long)position.ToUInt64());

    public static LogPosition FromColumn(long stored) => new(checked((ulong)stored));
}
