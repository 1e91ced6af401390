using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Queries;

namespace KnowledgeBase.Search.Translation;

/// <summary>A stretch of a text.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character behind its last.</param>
readonly record struct Place(int Start, int End);

/// <summary>Cuts a run of Han and kana into words that vocabulary and dictionaries know.</summary>
sealed class KnownWordCutter(Translator translator)
{
    // What a word costs: the cut with the fewest and best known words is taken.
    const float Known = 1;
    const float KnownCharacter = 1.5f;
    const float UnknownCharacter = 2;

    // Of two cuts that cost the same the one whose words are more frequent in the index is taken.
    const float FrequencyShare = 0.04f;

    /// <summary>The cheapest way from the run's beginning to its end.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="run">The run.</param>
    /// <param name="longest">How many characters a word may have.</param>
    /// <param name="sources">The languages it may be in.</param>
    /// <param name="countOf">How many articles have a unit.</param>
    public List<Place> Cut(string text, Place run, int longest, ImmutableArray<Language> sources, Func<Unit, int> countOf)
    {
        (int start, int end) = run;
        int length = end - start;
        float[] costs = [0, .. Enumerable.Repeat(float.MaxValue, length)];
        int[] from = new int[length + 1];
        for (int at = 0; at < length; at++)
        {
            int kana = KatakanaEnd(text, start + at, end) - start;
            for (int to = at + 1; to <= Math.Min(length, at + longest); to++)
            {
                float cost = costs[at] + CostOf(text[(start + at)..(start + to)], to == kana && IsKatakanaStart(text, start + at, start));
                if (cost < costs[to])
                    (costs[to], from[to]) = (cost, at);
            }
        }
        List<Place> parts = [];
        for (int to = length; to > 0; to = from[to])
            parts.Add(new(start + from[to], start + to));
        parts.Reverse();
        return parts;

        float CostOf(string word, bool isWholeKatakana)
        {
            bool isKnown = (word.Length != 2 || !Scripts.IsKatakana(word[0])) && translator.IsWord(word, sources);
            if (word.Length == 1)
                return isKnown ? KnownCharacter : UnknownCharacter;
            if (!isKnown)
                return isWholeKatakana ? UnknownCharacter : float.PositiveInfinity;
            return Known - (FrequencyShare * MathF.Log(1 + countOf(new Unit.Run(word))));
        }
    }

    static bool IsKatakanaStart(string text, int at, int start) => Scripts.IsKatakana(text[at]) && (at == start || !Scripts.IsKatakana(text[at - 1]));

    static int KatakanaEnd(string text, int at, int end)
    {
        while (at < end && Scripts.IsKatakana(text[at]))
            at++;
        return at;
    }
}
