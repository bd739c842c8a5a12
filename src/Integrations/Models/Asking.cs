namespace Campaigns.Integrations.Models;

/// <summary>What a call was for; the same failure means another thing to each.</summary>
internal enum Asking
{
    /// <summary>For the answer itself. Lost, it may have been charged, and only asking again brings one.</summary>
    Once,

    /// <summary>To begin a job. Lost, the job may go on without us, and nobody can ask about it.</summary>
    ToBegin,

    /// <summary>How a job stands, or for its file. Nothing comes of asking again.</summary>
    ToLook,

    /// <summary>It was about how a job ended, so nothing is unclear any more.</summary>
    Ended,
}
