using System.Collections.Frozen;

namespace KnowledgeBase.Reading.Metadata;

/// <summary>The clock of a newsroom, by the country in the address of its site.</summary>
static class CountryClock
{
    // Standard time of the capital or the largest city, in hours (IANA time zone database); an hour of summer time changes the day of few articles.
    static readonly FrozenDictionary<string, double> Hours = new Dictionary<string, double>
    {
        ["jp"] = 9,
        ["kr"] = 9,
        ["cn"] = 8,
        ["hk"] = 8,
        ["mo"] = 8,
        ["tw"] = 8,
        ["sg"] = 8,
        ["my"] = 8,
        ["ph"] = 8,
        ["th"] = 7,
        ["vn"] = 7,
        ["id"] = 7,
        ["in"] = 5.5,
        ["au"] = 10,
        ["nz"] = 12,
        ["ru"] = 3,
        ["de"] = 1,
        ["fr"] = 1,
        ["it"] = 1,
        ["es"] = 1,
        ["nl"] = 1,
        ["ch"] = 1,
        ["at"] = 1,
        ["se"] = 1,
        ["ca"] = -5,
        ["mx"] = -6,
        ["br"] = -3,
        ["ar"] = -3,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>How far its clock is ahead of UTC; null when the address names no country or one of many clocks.</summary>
    public static TimeSpan? FindOffset(string host) =>
        Hours.TryGetValue(host[(host.LastIndexOf('.') + 1)..], out double hours) ? TimeSpan.FromHours(hours) : null;
}
