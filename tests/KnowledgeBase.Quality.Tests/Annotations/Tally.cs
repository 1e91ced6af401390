namespace KnowledgeBase.Quality.Tests.Annotations;

/// <summary>Counts what was found, what was wrong and what was missed.</summary>
sealed class Tally(string name)
{
    int _right, _wrong, _missed;

    public double F1 => _right == 0 ? 0 : 2.0 * _right / (2 * _right + _wrong + _missed);

    /// <summary>True when there was something to find.</summary>
    public bool IsMarked => _right + _missed > 0;

    public List<string> Mistakes { get; } = [];

    /// <summary>Counts two lists against each other, each of which pairs with at most one of the other.</summary>
    public void Count<TGold, TFound>(string article, IEnumerable<TGold> gold, IEnumerable<TFound> found, Func<TGold, TFound, bool> isSame)
    {
        List<TFound> left = [.. found];
        foreach (TGold marked in gold)
        {
            int at = left.FindIndex(candidate => isSame(marked, candidate));
            if (at >= 0)
                left.RemoveAt(at);
            _right += at >= 0 ? 1 : 0;
            _missed += at >= 0 ? 0 : 1;
            if (at < 0)
                Mistakes.Add($"{name} {article}: missed {marked}");
        }
        _wrong += left.Count;
        Mistakes.AddRange(left.Select(wrong => $"{name} {article}: wrong {wrong}"));
    }

    public override string ToString() => FormattableString.Invariant($"{name}: F1 {F1:0.000}, precision {Share(_wrong):0.000}, recall {Share(_missed):0.000} ({_right} right, {_wrong} wrong, {_missed} missed)");

    double Share(int other) => _right + other == 0 ? 1 : (double)_right / (_right + other);
}
