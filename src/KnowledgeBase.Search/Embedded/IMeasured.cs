namespace KnowledgeBase.Search.Embedded;

/// <summary>What can be kept between queries, within a bound.</summary>
interface IMeasured
{
    /// <summary>Room it takes, in bytes.</summary>
    long Bytes { get; }
}
