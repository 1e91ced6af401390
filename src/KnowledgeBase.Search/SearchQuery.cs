using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using KnowledgeBase.Articles;
using KnowledgeBase.Search.Queries;

namespace KnowledgeBase.Search;

/// <summary>In which order hits come.</summary>
public enum SearchOrder
{
    /// <summary>Best match first.</summary>
    Relevance,

    /// <summary>Newest first, the undated last.</summary>
    Newest,

    /// <summary>Oldest first, the undated last.</summary>
    Oldest,
}

/// <summary>The state of a search: what is asked, what is chosen, which page. Pages, feeds, exports and the API all speak it.</summary>
/// <remarks>Two queries are equal when their query strings are: the order in which values were chosen does not matter.</remarks>
public sealed record SearchQuery
{
    /// <summary>How many hits a page has.</summary>
    public const int PageSize = 20;

    /// <summary>The last page that can be asked for: as far as a patient person goes, and 200,000 hits are ordered quickly.</summary>
    public const int MaxPage = 10_000;

    /// <summary>How long <see cref="Text"/> can be, in UTF-16 units; what is longer is cut.</summary>
    public const int MaxTextLength = QueryText.MaxLength;

    /// <summary>How many values of one facet an address can choose; a guess, far above what a page offers.</summary>
    public const int MaxChosen = 50;

    /// <summary>How long a facet's value can be, in UTF-16 units; names of people are the longest.</summary>
    public const int MaxValueLength = 200;

    /// <summary>The words asked for; empty means every article.</summary>
    public string Text { get; init; } = "";

    /// <summary>True when the text was longer than <see cref="MaxTextLength"/> and its end was left out. No part of the address.</summary>
    public bool IsCut { get; init; }

    /// <summary>The chosen values of each facet; a facet without a choice is not in it.</summary>
    public ImmutableDictionary<Facet, ImmutableArray<string>> Chosen { get; init; } = ImmutableDictionary<Facet, ImmutableArray<string>>.Empty;

    /// <summary>The excluded values of each facet; a facet without an exclusion is not in it.</summary>
    public ImmutableDictionary<Facet, ImmutableArray<string>> Excluded { get; init; } = ImmutableDictionary<Facet, ImmutableArray<string>>.Empty;

    /// <summary>Articles from this date on; null for no bound.</summary>
    public PartialDate? From { get; init; }

    /// <summary>Articles up to the end of this date; null for no bound.</summary>
    public PartialDate? To { get; init; }

    /// <summary>False when words are not widened to other languages.</summary>
    public bool IsWidened { get; init; } = true;

    /// <summary>Words that are not widened to other languages, as <see cref="WidenedWord.Word"/> names them.</summary>
    public ImmutableArray<string> NotWidened { get; init; } = [];

    /// <summary>The order. Without words it is always newest first.</summary>
    public SearchOrder Order { get; init; }

    /// <summary>True to see each article by itself, reprints and language versions too; otherwise the versions of a story are one hit.</summary>
    public bool IsUnfolded { get; init; }

    /// <summary>How many values of a facet are wanted at most, besides the chosen ones. It is no part of the address.</summary>
    public int MaxValues { get; init; } = SearchResults.MaxFacetValues;

    /// <summary>The reader's language: of a story's versions that answer, the one in it stands for the others; null for the best of them. No part of the address, and of no weight for the order.</summary>
    public Language? Reader { get; init; }

    /// <summary>The page, counted from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Reads the state from the query string of an address (q, topic, city, speaker, org, publisher, lang, year, kind; the same with a minus before them, -city; from, to, widen=off, not-widened, sort, fold, page); unknown keys and bad values are left out.</summary>
    /// <param name="pairs">Keys and decoded values; a key comes once for each of its values.</param>
    public static SearchQuery Parse(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var query = new SearchQuery();
        foreach ((string key, string? value) in pairs)
        {
            query = key switch
            {
                "q" => query with { Text = Clean(value, MaxTextLength), IsCut = value?.Trim().Length > MaxTextLength },
                "sort" => query with { Order = OrderOf(value) },
                "from" => query with { From = PartialDate.Find(value) },
                "to" => query with { To = PartialDate.Find(value) },
                "fold" => query with { IsUnfolded = value == "no" },
                "widen" => query with { IsWidened = value != "off" },
                "not-widened" => query.WithoutWidening(Clean(value, MaxValueLength)),
                "page" => query with { Page = PageOf(value) },
                ['-', .. string name] when Facet.Find(name) is { } facet => query.WithExcluded(facet, Clean(value, MaxValueLength)),
                _ when Facet.Find(key) is { } facet => query.WithChosen(facet, Clean(value, MaxValueLength)),
                _ => query,
            };
        }
        return query;
    }

    /// <summary>The state as a query string without the question mark, always in the same order; empty for the state that asks nothing.</summary>
    public string ToQueryString()
    {
        List<string> parts = [];
        if (Clean(Text, MaxTextLength) is { Length: > 0 } text)
            parts.Add($"q={Uri.EscapeDataString(text)}");
        foreach (Facet facet in Facet.All)
            parts.AddRange(ChosenOf(facet).Order(StringComparer.Ordinal).Select(value => $"{facet.Name}={Uri.EscapeDataString(value)}"));
        foreach (Facet facet in Facet.All)
            parts.AddRange(ExcludedOf(facet).Order(StringComparer.Ordinal).Select(value => $"-{facet.Name}={Uri.EscapeDataString(value)}"));
        if (From is { } from)
            parts.Add($"from={from}");
        if (To is { } to)
            parts.Add($"to={to}");
        if (!IsWidened)
            parts.Add("widen=off");
        parts.AddRange(NotWidened.Order(StringComparer.Ordinal).Select(word => $"not-widened={Uri.EscapeDataString(word)}"));
        if (Order != SearchOrder.Relevance)
            parts.Add(Order == SearchOrder.Newest ? "sort=newest" : "sort=oldest");
        if (IsUnfolded)
            parts.Add("fold=no");
        if (Page > 1)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"page={Page}"));
        return string.Join('&', parts);
    }

    /// <summary>The values chosen of a facet.</summary>
    public ImmutableArray<string> ChosenOf(Facet facet) => Chosen.TryGetValue(facet, out ImmutableArray<string> values) ? values : [];

    /// <summary>True when a value is chosen.</summary>
    public bool IsChosen(Facet facet, string value) => ChosenOf(facet).Contains(value, StringComparer.Ordinal);

    /// <summary>This query with a facet value chosen, or no longer chosen, back on the first page.</summary>
    public SearchQuery Toggle(Facet facet, string value)
    {
        ImmutableArray<string> values = ChosenOf(facet);
        values = IsChosen(facet, value) ? values.RemoveAll(each => each == value) : values.Add(value);
        return this with { Page = 1, Chosen = values.IsEmpty ? Chosen.Remove(facet) : Chosen.SetItem(facet, values) };
    }

    /// <summary>The values excluded of a facet.</summary>
    public ImmutableArray<string> ExcludedOf(Facet facet) => Excluded.TryGetValue(facet, out ImmutableArray<string> values) ? values : [];

    /// <summary>True when a value is excluded.</summary>
    public bool IsExcluded(Facet facet, string value) => ExcludedOf(facet).Contains(value, StringComparer.Ordinal);

    /// <summary>This query with a facet value excluded (and not chosen any more), or no longer excluded, back on the first page.</summary>
    public SearchQuery Exclude(Facet facet, string value)
    {
        SearchQuery first = (IsChosen(facet, value) ? Toggle(facet, value) : this) with { Page = 1 };
        ImmutableArray<string> values = ExcludedOf(facet);
        values = IsExcluded(facet, value) ? values.RemoveAll(each => each == value) : values.Add(value);
        return first with { Excluded = values.IsEmpty ? Excluded.Remove(facet) : Excluded.SetItem(facet, values) };
    }

    /// <summary>This query with words widened to other languages or not, back on the first page.</summary>
    public SearchQuery Widen(bool isOn) => this with { IsWidened = isOn, NotWidened = [], Page = 1 };

    /// <summary>This query with a word not widened to other languages, back on the first page.</summary>
    public SearchQuery WithoutWidening(string word) => word.Length == 0 || NotWidened.Contains(word, StringComparer.Ordinal) || NotWidened.Length >= MaxChosen
        ? this with { Page = 1 }
        : this with { NotWidened = NotWidened.Add(word), Page = 1 };

    /// <summary>This query with a word widened again, back on the first page.</summary>
    public SearchQuery WithWidening(string word) => this with { NotWidened = NotWidened.Remove(word), Page = 1 };

    /// <inheritdoc/>
    public bool Equals(SearchQuery? other) => other is not null && ToQueryString() == other.ToQueryString();

    /// <inheritdoc/>
    public override int GetHashCode() => ToQueryString().GetHashCode(StringComparison.Ordinal);

    SearchQuery WithChosen(Facet facet, string value) => value.Length == 0 || IsChosen(facet, value) || ChosenOf(facet).Length >= MaxChosen
        ? this
        : this with { Chosen = Chosen.SetItem(facet, ChosenOf(facet).Add(value)) };

    SearchQuery WithExcluded(Facet facet, string value) => value.Length == 0 || IsExcluded(facet, value) || ExcludedOf(facet).Length >= MaxChosen
        ? this
        : this with { Excluded = Excluded.SetItem(facet, ExcludedOf(facet).Add(value)) };

    static SearchOrder OrderOf(string? value) => value switch
    {
        "newest" => SearchOrder.Newest,
        "oldest" => SearchOrder.Oldest,
        _ => SearchOrder.Relevance,
    };

    static int PageOf(string? value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int page) ? Math.Clamp(page, 1, MaxPage) : 1;

    // Lone surrogates and control characters have no place in an address.
    static string Clean(string? text, int maxLength)
    {
        var clean = new StringBuilder();
        foreach (Rune rune in (text ?? "").EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > maxLength)
                break;
            clean.Append(Rune.IsControl(rune) || rune == Rune.ReplacementChar ? " " : rune.ToString());
        }
        return clean.ToString().Trim();
    }
}
