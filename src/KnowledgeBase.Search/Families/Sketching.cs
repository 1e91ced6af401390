using System.IO.Hashing;
using System.Runtime.InteropServices;
using KnowledgeBase.Articles;
using KnowledgeBase.Families;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Families;

/// <summary>Finds in an article what tells its story: its wording, folded as for searching, so that a mirror in traditional characters words it alike.</summary>
sealed class Sketching(TextAnalysis analysis)
{
    // Rises when the same article is sketched otherwise.
    const int Version = 3;

    // Neighbours taken together: four characters of Chinese or Japanese, four words between spaces. Three are too often the same by chance, five too easily broken by a correction.
    const int Neighbours = 4;

    // Two or three sentences. Shorter notices ("the exchange is closed today") are alike without being reprints.
    const int LeastShingles = 60;

    /// <summary>Names this way of sketching: with another one all stories are told apart anew.</summary>
    public long Way { get; } = (long)XxHash3.HashToUInt64(MemoryMarshal.AsBytes($"{Version} {analysis.Fingerprint}".AsSpan()));

    /// <summary>What tells the story of an article.</summary>
    public FamilyTraits TraitsOf(Article article) => new()
    {
        Id = article.Id,
        Editorial = article.Family,
        Links = [.. article.Alternates.Select(ArticleId.Of).Where(id => id != article.Id).Distinct()],
        Language = article.Language,
        Keys = VersionKeys.Of(article),
        Marks = StoryMarks.Of(article),
        Day = article.Published?.FirstDay.DayNumber,
        Sketch = Find(article.Body),
    };

    /// <summary>The wording of a text; null when it is too short to be told from others.</summary>
    public Sketch? Find(string body)
    {
        string text = analysis.Fold(body).Forms;
        List<uint> words = [];
        HashSet<uint> numbers = [];
        for (int at = 0; at < text.Length;)
        {
            int end = Scripts.IsWordLetter(text[at]) ? LatinWords.EndOf(text, at) : at + 1;
            if (Scripts.IsWordLetter(text[at]) || Scripts.IsCjk(text[at]))
                words.Add(HashOf(text.AsSpan(at, end - at)));
            if (char.IsAsciiDigit(text[at]))
                numbers.Add(words[^1]);
            at = end;
        }
        HashSet<uint> shingles = [];
        for (int i = 0; i + Neighbours <= words.Count; i++)
            shingles.Add((uint)XxHash3.HashToUInt64(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(words).Slice(i, Neighbours))));
        return shingles.Count < LeastShingles ? null : Sketch.Of([.. shingles], [.. numbers]);
    }

    static uint HashOf(ReadOnlySpan<char> word) => (uint)XxHash3.HashToUInt64(MemoryMarshal.AsBytes(word));
}
