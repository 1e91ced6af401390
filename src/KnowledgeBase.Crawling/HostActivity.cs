namespace KnowledgeBase.Crawling;

/// <summary>What a crawler does at a host.</summary>
public enum HostWork
{
    /// <summary>Its sources are polled.</summary>
    Polling,

    /// <summary>Its pages are fetched.</summary>
    Fetching,

    /// <summary>It is left alone for a while.</summary>
    Resting,

    /// <summary>Nothing more is to do there in this run.</summary>
    Done,
}

/// <summary>A host in the present run of the crawler, for whoever watches.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Work">What is done there.</param>
/// <param name="Fetched">Pages fetched in this run.</param>
/// <param name="Unchanged">Pages that needed nothing.</param>
/// <param name="Failed">Pages and sources that failed.</param>
/// <param name="RestUntil">Until when it is left alone; null when it is not.</param>
public sealed record HostActivity(string Host, HostWork Work, int Fetched, int Unchanged, int Failed, DateTimeOffset? RestUntil);
