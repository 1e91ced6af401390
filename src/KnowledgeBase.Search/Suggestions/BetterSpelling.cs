using System.Text;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Embedded;
using Lucene.Net.Index;
using Lucene.Net.Util.Automaton;
using Fields = KnowledgeBase.Search.Embedded.Fields;

namespace KnowledgeBase.Search.Suggestions;

/// <summary>Finds how words that hardly any article has may have been meant: Latin words by letters typed wrongly, Han by characters that sound alike.</summary>
/// <remarks>Letters: Levenshtein automata (Schulz and Mihov 2002) of Lucene, over the words as articles write them. The first letter is taken to be right, as it nearly always is.</remarks>
sealed class BetterSpelling(TextAnalysis analysis)
{
    // Shorter words have too many neighbours; in longer ones two slips happen.
    const int LeastLetters = 4;
    const int LettersForTwoEdits = 8;

    // A word that so many articles have is meant as it is.
    const int Rare = 2;

    // The other spelling must be so much more usual.
    const int Times = 5;

    // Longer texts are sentences: whoever pastes one has not slipped.
    const int MaxLength = 80;

    /// <summary>The text with its doubtful words written otherwise; null when nothing better is known.</summary>
    public string? Find(string text, NameBook names, ArticleSearcher searcher)
    {
        if (text.Length > MaxLength)
            return null;
        FoldedText folded = analysis.Fold(text);
        var better = new StringBuilder();
        int at = 0;
        foreach ((int start, int end, string word) in LatinIn(folded, searcher).Concat(HanIn(folded, names)).OrderBy(each => each.Start))
        {
            better.Append(text, at, folded.StartOf(start) - at).Append(word);
            at = folded.EndOf(end);
        }
        return at == 0 ? null : better.Append(text, at, text.Length - at).ToString();
    }

    static IEnumerable<(int Start, int End, string Word)> LatinIn(FoldedText folded, ArticleSearcher searcher)
    {
        foreach (AnalyzedTerm word in TextAnalysis.Spellings(folded))
        {
            if (word.Text.Length >= LeastLetters && !IsPartOfValue(folded.Text, word.Start + word.Length) && FindNeighbour(word.Text.ToString(), searcher) is { } neighbour)
                yield return (word.Start, word.Start + word.Length, neighbour);
        }
    }

    // "city:" names a field, and "invest*" is the beginning of anything.
    static bool IsPartOfValue(string text, int end) => end < text.Length && text[end] is ':' or '*';

    static string? FindNeighbour(string word, ArticleSearcher searcher)
    {
        int known = searcher.IndexReader.DocFreq(new Term(Fields.Spellings, word));
        if (known > Rare)
            return null;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int edits = 1; edits <= (word.Length >= LettersForTwoEdits ? 2 : 1) && counts.Count == 0; edits++)
        {
            for (int i = 0; i < searcher.Segments.Length; i++)
                CountNeighbours(word, edits, searcher.ReaderOf(i), counts);
            foreach (string rare in counts.Where(each => each.Value < Math.Max(1, known * Times)).Select(each => each.Key).ToList())
                counts.Remove(rare);
        }
        return counts.OrderByDescending(each => each.Value).ThenBy(each => each.Key, StringComparer.Ordinal).Select(each => each.Key).FirstOrDefault();
    }

    static void CountNeighbours(string word, int edits, AtomicReader reader, Dictionary<string, int> counts)
    {
        if (reader.GetTerms(Fields.Spellings) is not { } terms)
            return;
        var automaton = new CompiledAutomaton(BasicOperations.Concatenate(
            BasicAutomata.MakeString(word[..1]), new LevenshteinAutomata(word[1..], withTranspositions: true).ToAutomaton(edits)));
        TermsEnum found = automaton.GetTermsEnum(terms);
        while (found.MoveNext())
        {
            string neighbour = found.Term.Utf8ToString();
            if (neighbour != word)
                counts[neighbour] = counts.GetValueOrDefault(neighbour) + found.DocFreq;
        }
    }

    // The longest stretch that sounds like a name and is not one.
    static IEnumerable<(int Start, int End, string Word)> HanIn(FoldedText folded, NameBook names)
    {
        const int Longest = 10;
        foreach ((int start, int end) in TextAnalysis.CjkRuns(folded.Text))
        {
            for (int at = start; at < end - 1;)
            {
                (int length, string? name) = Enumerable.Range(2, Math.Max(0, Math.Min(Longest, end - at) - 1)).Reverse()
                    .Select(each => (each, names.SoundingLike(folded.Text.Substring(at, each)).FirstOrDefault()))
                    .FirstOrDefault(each => each.Item2 is not null);
                if (name is not null)
                    yield return (at, at + length, name);
                at += name is null ? 1 : length;
            }
        }
    }
}
