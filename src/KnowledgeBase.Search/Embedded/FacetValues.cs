namespace KnowledgeBase.Search.Embedded;

/// <summary>Numbers the values of a facet, once and for as long as the index is open, so that all segments count alike.</summary>
sealed class FacetValues
{
    readonly Lock _lock = new();
    readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    readonly List<string> _values = [];

    /// <summary>How many values there are.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _values.Count;
        }
    }

    /// <summary>Every value, as of now.</summary>
    public IReadOnlyList<string> All
    {
        get
        {
            lock (_lock)
                return [.. _values];
        }
    }

    /// <summary>The number of a value, a new one for a new value.</summary>
    public int NumberOf(string value)
    {
        lock (_lock)
        {
            if (_numbers.TryGetValue(value, out int number))
                return number;
            _values.Add(value);
            return _numbers[value] = _values.Count - 1;
        }
    }

    /// <summary>The number of a value, or −1 when no article ever had it.</summary>
    public int Find(string value)
    {
        lock (_lock)
            return _numbers.GetValueOrDefault(value, -1);
    }

    /// <summary>The value of a number.</summary>
    public string this[int number]
    {
        get
        {
            lock (_lock)
                return _values[number];
        }
    }
}
