namespace KnowledgeBase.Search.Embedded;

/// <summary>Numbers the values of a facet, once and for as long as the index is open, so that all segments count alike.</summary>
/// <remarks>No two values have the same number, of whatever facets: one array counts them all.</remarks>
sealed class FacetValues
{
    static readonly Comparer<(int Number, string Value)> ByNumber = Comparer<(int Number, string Value)>.Create((left, right) => left.Number.CompareTo(right.Number));

    readonly Lock _lock = new();
    readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    readonly List<(int Number, string Value)> _values = [];
    readonly Numbers _given;
    volatile FacetOrder? _order;

    FacetValues(Numbers given) => _given = given;

    /// <summary>The values of every facet, none yet, in the order of <see cref="Facet.All"/>.</summary>
    public static IReadOnlyList<FacetValues> ForEveryFacet()
    {
        var numbers = new Numbers();
        return [.. Facet.All.Select(_ => new FacetValues(numbers))];
    }

    /// <summary>How many values all facets have together: all numbers are below.</summary>
    public int NumbersOfAllFacets => _given.Count;

    /// <summary>Every value, as of now.</summary>
    public IReadOnlyList<string> All => Order.ByRank;

    /// <summary>The values in the order of the alphabet, as of now.</summary>
    public FacetOrder Order
    {
        get
        {
            if (_order is { } order)
                return order;
            lock (_lock)
                return _order = FacetOrder.Of(_values);
        }
    }

    /// <summary>The number of a value, a new one for a new value.</summary>
    public int NumberOf(string value)
    {
        lock (_lock)
        {
            if (_numbers.TryGetValue(value, out int number))
                return number;
            number = _given.Next();
            _values.Add((number, value));
            _order = null;
            return _numbers[value] = number;
        }
    }

    /// <summary>The number of a value, or −1 when no article ever had it.</summary>
    public int Find(string value)
    {
        lock (_lock)
            return _numbers.GetValueOrDefault(value, -1);
    }

    /// <summary>The value of a number; the number must be of this facet.</summary>
    public string ValueOf(int number)
    {
        lock (_lock)
            return _values[_values.BinarySearch((number, ""), ByNumber)].Value;
    }

    sealed class Numbers
    {
        int _count;

        public int Count => Volatile.Read(ref _count);

        public int Next() => Interlocked.Increment(ref _count) - 1;
    }
}

/// <summary>The values of a facet in two orders: that of their numbers, and that of the alphabet.</summary>
/// <param name="Stretches">Numbers that follow one another, each the first and how many.</param>
/// <param name="Ranks">The place in the alphabet of each value, in the order of the stretches.</param>
/// <param name="ByRank">The values in the order of the alphabet.</param>
sealed record FacetOrder((int First, int Length)[] Stretches, int[] Ranks, string[] ByRank)
{
    public static FacetOrder Of(List<(int Number, string Value)> values)
    {
        List<(int First, int Length)> stretches = [];
        foreach ((int number, _) in values)
        {
            if (stretches is [.., var last] && last.First + last.Length == number)
                stretches[^1] = last with { Length = last.Length + 1 };
            else
                stretches.Add((number, 1));
        }
        string[] sorted = [.. values.Select(value => value.Value)];
        int[] places = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, places, StringComparer.Ordinal);
        int[] ranks = new int[places.Length];
        for (int rank = 0; rank < places.Length; rank++)
            ranks[places[rank]] = rank;
        return new([.. stretches], ranks, sorted);
    }
}
