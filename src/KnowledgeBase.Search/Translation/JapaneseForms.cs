namespace KnowledgeBase.Search.Translation;

/// <summary>The forms in which Japanese verbs and adjectives begin in a text, made from the form of the dictionary and its part of speech.</summary>
static class JapaneseForms
{
    // For each ending of a verb of five rows what it becomes before what follows.
    static readonly Dictionary<char, string[]> Rows = new()
    {
        ['う'] = ["わ", "い", "え", "お", "っ"],
        ['く'] = ["か", "き", "け", "こ", "い"],
        ['ぐ'] = ["が", "ぎ", "げ", "ご", "い"],
        ['す'] = ["さ", "し", "せ", "そ"],
        ['つ'] = ["た", "ち", "て", "と", "っ"],
        ['ぬ'] = ["な", "に", "ね", "の", "ん"],
        ['ぶ'] = ["ば", "び", "べ", "ぼ", "ん"],
        ['む'] = ["ま", "み", "め", "も", "ん"],
        ['る'] = ["ら", "り", "れ", "ろ", "っ"],
    };

    /// <summary>The word and, for a verb or adjective written with Han, the beginnings of its other forms.</summary>
    public static IEnumerable<string> Of(string word, string senses)
    {
        yield return word;
        if (word.Length < 2 || word[0] < '\u3400')
            yield break;
        string stem = word[..^1];
        if (senses.Contains("v1", StringComparison.Ordinal) && word[^1] == 'る' && stem.Length > 1)
            yield return stem;
        else if (senses.Contains("v5", StringComparison.Ordinal) && Rows.TryGetValue(word[^1], out string[]? endings))
        {
            foreach (string ending in endings)
                yield return stem + ending;
        }
        else if (senses.Contains("adj-i", StringComparison.Ordinal) && word[^1] == 'い')
        {
            foreach (string ending in new[] { "く", "か", "さ", "け" })
                yield return stem + ending;
        }
    }
}
