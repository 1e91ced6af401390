using Lucene.Net.Tartarus.Snowball.Ext;

namespace KnowledgeBase.Search.Analysis;

/// <summary>Cuts English words down to their stems (Snowball's English). Not safe for several threads: one each.</summary>
sealed class EnglishStems
{
    // Words repeat; a bounded memory of them saves most of the work.
    const int MaxKept = 50_000;

    readonly EnglishStemmer _stemmer = new();
    readonly Dictionary<string, string> _kept = new(StringComparer.Ordinal);
    readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _byChars;

    public EnglishStems() => _byChars = _kept.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The stem of a folded word; the word itself when it is not of Latin letters.</summary>
    public string StemOf(ReadOnlySpan<char> word)
    {
        if (_byChars.TryGetValue(word, out string? stem))
            return stem;
        if (_kept.Count >= MaxKept)
            _kept.Clear();
        string text = word.ToString();
        return _kept[text] = Stem(text);
    }

    string Stem(string word)
    {
        if (!word.All(c => char.IsAsciiLetterLower(c) || c == '\''))
            return word;
        _stemmer.SetCurrent(word);
        _stemmer.Stem();
        return _stemmer.Current;
    }
}
