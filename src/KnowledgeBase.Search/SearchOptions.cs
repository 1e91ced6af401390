using System.ComponentModel.DataAnnotations;

namespace KnowledgeBase.Search;

/// <summary>How much of the machine a search may take.</summary>
public sealed record SearchOptions
{
    /// <summary>How many megabytes of decoded index are remembered between queries. Default 256: what is asked for often among a million articles. More costs memory, less costs time; answers stay the same.</summary>
    [Range(1, 65_536)]
    public int CacheMegabytes { get; init; } = 256;
}
