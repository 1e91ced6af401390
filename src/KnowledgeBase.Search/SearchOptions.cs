using System.ComponentModel.DataAnnotations;

namespace KnowledgeBase.Search;

/// <summary>How much of the machine a search may take.</summary>
public sealed record SearchOptions
{
    /// <summary>How many megabytes of decoded index are remembered between queries. A bound: only what was asked for is there. Default 1280: what 6,500 different queries ask of a million articles. Less costs time; answers stay the same.</summary>
    [Range(1, 65_536)]
    public int CacheMegabytes { get; init; } = 1280;
}
