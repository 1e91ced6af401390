using System.Text;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Translation;

/// <summary>Collects the entries of one dictionary.</summary>
/// <param name="analysis">Cuts and folds.</param>
/// <param name="keepsWriting">True to keep words as they were published too; names go without, they are many.</param>
sealed class DictionaryBuilder(TextAnalysis analysis, bool keepsWriting)
{
    // Explanations of more words than this are descriptions, not translations.
    const int MaxGlossWords = 6;

    // More words than these hardly come to be asked for: one query word has at most 60 forms.
    const int MaxPartWords = 200;

    readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> _glosses = new(StringComparer.Ordinal);
    readonly Dictionary<(int Word, int Gloss), float> _links = [];
    readonly List<(int Word, string Target)> _references = [];
    readonly Dictionary<int, string> _writtenWords = [];
    readonly Dictionary<int, string> _writtenGlosses = [];

    /// <summary>How many words there are.</summary>
    public int Words => _words.Count;

    /// <summary>Adds an entry.</summary>
    public void Add(DictionaryEntry entry)
    {
        List<(int Gloss, float Weight)> glosses = [];
        foreach ((string text, float weight) in entry.Glosses.Where(gloss => gloss.Text[0] != '='))
        {
            string stems = StemsOf(text);
            if (stems.Length == 0)
                continue;
            int gloss = NumberOf(_glosses, stems);
            glosses.Add((gloss, weight));
            if (text != stems)
                _writtenGlosses.TryAdd(gloss, text);
        }
        foreach (string written in entry.Words)
        {
            string word = analysis.Fold(written).Forms;
            if (word.Length is 0 or > StringTable.MaxLength)
                continue;
            int number = NumberOf(_words, word);
            if (word == written)
                _writtenWords.Remove(number);
            else
                _writtenWords.TryAdd(number, written);
            foreach ((int gloss, float weight) in glosses)
                _links[(number, gloss)] = Math.Max(weight, _links.GetValueOrDefault((number, gloss)));
            foreach ((string target, _) in entry.Glosses.Where(gloss => gloss.Text[0] == '='))
                _references.Add((number, analysis.Fold(target[1..]).Forms));
        }
    }

    /// <summary>Writes everything in order.</summary>
    public void Write(BinaryWriter writer)
    {
        Follow();
        Dictionary<int, List<(int Word, float Weight)>> parts = keepsWriting ? Parts() : [];
        int[] words = WriteTable(writer, _words);
        int[] glosses = WriteTable(writer, _glosses);
        (int Word, int Gloss, float Weight)[] links = [.. _links.Select(link => (words[link.Key.Word], glosses[link.Key.Gloss], link.Value))];
        Links.Write(writer, words.Length, [.. links.OrderBy(link => link.Word).ThenByDescending(link => link.Weight)]);
        Links.Write(writer, glosses.Length, [.. links.Select(link => (From: link.Gloss, To: link.Word, link.Weight)).OrderBy(link => link.From).ThenByDescending(link => link.Weight)]);
        Links.Write(writer, glosses.Length, [.. parts.SelectMany(part => part.Value.Select(link => (From: glosses[part.Key], To: words[link.Word], link.Weight))).OrderBy(link => link.From).ThenByDescending(link => link.Weight)]);
        WriteWriting(writer, words, _writtenWords);
        WriteWriting(writer, glosses, _writtenGlosses);
    }

    void WriteWriting(BinaryWriter writer, int[] places, Dictionary<int, string> written)
    {
        byte[][] texts = keepsWriting ? [.. Enumerable.Repeat(Array.Empty<byte>(), places.Length)] : [];
        foreach ((int number, string text) in keepsWriting ? written : [])
            texts[places[number]] = Encoding.UTF8.GetBytes(text);
        StringTable.Write(writer, texts);
    }

    // A variant means what the word means that it refers to.
    void Follow()
    {
        ILookup<int, (int Gloss, float Weight)> glosses = _links.ToLookup(link => link.Key.Word, link => (link.Key.Gloss, link.Value));
        foreach ((int word, string target) in _references)
        {
            foreach ((int gloss, float weight) in _words.TryGetValue(target, out int meant) ? glosses[meant] : [])
                _links.TryAdd((word, gloss), 0.8f * weight);
        }
    }

    // From each word of a longer explanation to what is explained: "power" leads to what is a "power cut".
    Dictionary<int, List<(int Word, float Weight)>> Parts()
    {
        ILookup<int, (int Word, float Weight)> words = _links.ToLookup(link => link.Key.Gloss, link => (link.Key.Word, link.Value));
        var parts = new Dictionary<int, Dictionary<int, float>>();
        foreach ((string gloss, int number) in _glosses.ToList())
        {
            if (gloss.Split(' ') is not { Length: >= 2 and <= 4 } stems)
                continue;
            float share = Glosses.ShareOfPart(stems.Length);
            foreach (string stem in stems.Where(stem => !StopWords.All.Contains(stem)))
            {
                int part = NumberOf(_glosses, stem);
                if (!parts.TryGetValue(part, out Dictionary<int, float>? found))
                    parts[part] = found = [];
                foreach ((int word, float weight) in words[number].Where(link => !_links.ContainsKey((link.Word, part))))
                    found[word] = Math.Max(share * weight, found.GetValueOrDefault(word));
            }
        }
        return parts.ToDictionary(part => part.Key, part => part.Value.OrderByDescending(link => link.Value).ThenBy(link => link.Key).Take(MaxPartWords).Select(link => (link.Key, link.Value)).ToList());
    }

    string StemsOf(string gloss)
    {
        List<AnalyzedTerm> words = analysis.SpacedWords(analysis.Fold(gloss));
        string stems = words.Count is 0 or > MaxGlossWords ? "" : string.Join(' ', words.Select(word => word.Text));
        return stems.Length > StringTable.MaxLength ? "" : stems;
    }

    static int NumberOf(Dictionary<string, int> numbers, string text)
    {
        if (!numbers.TryGetValue(text, out int number))
            numbers[text] = number = numbers.Count;
        return number;
    }

    // What number each text has once they are in order.
    static int[] WriteTable(BinaryWriter writer, Dictionary<string, int> numbers)
    {
        var ordered = numbers.Select(pair => (Bytes: Encoding.UTF8.GetBytes(pair.Key), pair.Value)).ToList();
        ordered.Sort((left, right) => left.Bytes.AsSpan().SequenceCompareTo(right.Bytes));
        StringTable.Write(writer, [.. ordered.Select(each => each.Bytes)]);
        int[] places = new int[ordered.Count];
        for (int i = 0; i < places.Length; i++)
            places[ordered[i].Value] = i;
        return places;
    }
}
