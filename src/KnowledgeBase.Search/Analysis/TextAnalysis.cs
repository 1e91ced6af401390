using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Search.Analysis;

/// <summary>Turns any text of the three languages into terms, the same way for articles and for queries. Safe for several threads.</summary>
/// <remarks>
/// One analysis for all languages, in several views of the same text: words, pairs of characters and single characters. Their sum finds more than any one of
/// them, and the language of a query need not be known.
/// </remarks>
/// <param name="variants">The forms of Han characters that match one another.</param>
/// <param name="plainWords">Another way of finding the words of a text, for comparing this engine with others: then there are these words and pairs, and no other view. Null for the product's own.</param>
sealed class TextAnalysis(HanVariants variants, Func<string, List<AnalyzedTerm>>? plainWords = null)
{
    /// <summary>Rises when the terms of a text change.</summary>
    const int Version = 1;

    // Room for so many: a long text has a word every two Han or five letters.
    const int LettersPerWord = 4;

    // For so many letters at a time.
    const int LettersAtOnce = 1024;

    // Cutter and stemmer serve one thread at a time.
    readonly ConcurrentBag<Desk> _desks = [];

    /// <summary>Names this way of working: another one needs another index.</summary>
    public string Fingerprint { get; } = FingerprintOf(variants);

    /// <summary>True when there are only words and pairs, found by the rules of others.</summary>
    public bool IsPlain => plainWords is not null;

    /// <summary>The text in the form in which it is compared.</summary>
    public FoldedText Fold(string text) => FoldedText.Of(text, variants);

    /// <summary>Words: of Han and kana as the cutter of their language cuts them, of other scripts between spaces and as stems. A new line keeps words apart in phrases.</summary>
    public List<AnalyzedTerm> Words(FoldedText folded)
    {
        if (plainWords is not null)
            return plainWords(folded.Original);
        Desk desk = _desks.TryTake(out Desk? free) ? free : new Desk();
        List<AnalyzedTerm> terms = Words(folded, desk);
        _desks.Add(desk);
        return terms;
    }

    static List<AnalyzedTerm> Words(FoldedText folded, Desk desk)
    {
        string text = folded.Text;
        List<AnalyzedTerm> terms = new(text.Length / LettersPerWord);
        bool? isJapanese = null;
        int position = 0;
        for (int at = 0; at < text.Length;)
        {
            char c = text[at];
            int end = at + 1;
            if (Scripts.IsWordLetter(c))
            {
                end = LatinWords.EndOf(text, at);
                terms.Add(WordOf(desk, text.AsMemory(at, end - at), position++, at));
            }
            else if (Scripts.IsCjk(c))
            {
                end = CjkEnd(text, at);
                isJapanese ??= WordCutters.IsJapanese(text);
                CutRun(desk, isJapanese.Value, folded, at, end, terms, ref position);
            }
            else if (Scripts.IsLetterPair(text, at))
            {
                end = at + 2;
                terms.Add(new(folded.Forms.AsMemory(at, 2), position++, at, 2));
            }
            else if (c == '\n')
            {
                position++;
            }
            at = end;
        }
        return terms;
    }

    /// <summary>Words between spaces alone, quickly. Han and kana are left out.</summary>
    public List<AnalyzedTerm> SpacedWords(FoldedText folded)
    {
        if (plainWords is not null)
            return plainWords(folded.Original);
        Desk desk = _desks.TryTake(out Desk? free) ? free : new Desk();
        List<AnalyzedTerm> terms = [.. Spellings(folded).Select(word => WordOf(desk, folded.Text.AsMemory(word.Start, word.Length), word.Position, word.Start))];
        _desks.Add(desk);
        return terms;
    }

    /// <summary>Words between spaces as they are written, without stemming: what a beginning of a word is compared with.</summary>
    public static IEnumerable<AnalyzedTerm> Spellings(FoldedText folded)
    {
        string text = folded.Text;
        int position = 0;
        for (int at = 0; at < text.Length;)
        {
            int end = Scripts.IsWordLetter(text[at]) ? LatinWords.EndOf(text, at) : at + 1;
            if (Scripts.IsWordLetter(text[at]))
                yield return new(LatinWords.PlainForm(text.AsMemory(at, end - at)), position++, at, end - at);
            at = end;
        }
    }

    /// <summary>Pairs of neighbouring Han and kana, forms folded. Positions count characters, so a run of characters is a phrase of its pairs.</summary>
    public static IEnumerable<AnalyzedTerm> Pairs(FoldedText folded)
    {
        foreach ((int start, int end) in CjkRuns(folded.Text))
        {
            for (int i = start; i + 1 < end; i++)
                yield return new(folded.Forms.AsMemory(i, 2), i, i, 2);
        }
    }

    /// <summary>Single Han and kana, forms folded.</summary>
    public static IEnumerable<AnalyzedTerm> Singles(FoldedText folded)
    {
        string text = folded.Text;
        for (int i = 0; i < text.Length; i++)
        {
            if (Scripts.IsCjk(text[i]))
                yield return new(folded.Forms.AsMemory(i, 1), i, i, 1);
            else if (Scripts.IsLetterPair(text, i))
                yield return new(folded.Forms.AsMemory(i, 2), i, i++, 2);
        }
    }

    /// <summary>Every four letters side by side of words as they are written, with a sign for their beginning and end; shorter words whole.</summary>
    public static IEnumerable<AnalyzedTerm> FourLetters(IEnumerable<AnalyzedTerm> spellings)
    {
        const int Letters = 4;
        int position = 0;
        // Many words in one piece, not a string for each.
        Memory<char> room = default;
        foreach (AnalyzedTerm word in spellings)
        {
            int length = word.Text.Length + 2;
            if (room.Length < length)
                room = new char[Math.Max(length, LettersAtOnce)];
            Memory<char> framed = room[..length];
            room = room[length..];
            Frame(word.Text.Span, framed.Span);
            for (int i = 0; i == 0 || i + Letters <= length; i++)
                yield return new(framed.Slice(i, Math.Min(Letters, length)), position++, word.Start, word.Length);
        }
    }

    static void Frame(ReadOnlySpan<char> word, Span<char> framed)
    {
        framed[0] = '^';
        word.CopyTo(framed[1..]);
        framed[^1] = '$';
    }

    /// <summary>The runs of Han and kana of a folded text.</summary>
    public static IEnumerable<(int Start, int End)> CjkRuns(string text)
    {
        for (int at = 0; at < text.Length; at++)
        {
            if (!Scripts.IsCjk(text[at]))
                continue;
            int end = CjkEnd(text, at);
            yield return (at, end);
            at = end;
        }
    }

    static int CjkEnd(string text, int start)
    {
        int end = start + 1;
        while (end < text.Length && Scripts.IsCjk(text[end]))
            end++;
        return end;
    }

    static AnalyzedTerm WordOf(Desk desk, ReadOnlyMemory<char> written, int position, int start)
    {
        ReadOnlyMemory<char> plain = LatinWords.PlainForm(written);
        bool isStopWord = StopWords.Has(plain.Span) || (plain.Length != written.Length && StopWords.Has(written.Span));
        // A stop word keeps its spelling: "does" is not the doe.
        return new(isStopWord ? plain : desk.Stems.StemOf(plain.Span).AsMemory(), position, start, written.Length, isStopWord);
    }

    static void CutRun(Desk desk, bool isJapanese, FoldedText folded, int start, int end, List<AnalyzedTerm> terms, ref int position)
    {
        desk.Ends.Clear();
        desk.Cutters.Cut(folded, isJapanese, start, end, desk.Ends);
        int at = start;
        foreach (int wordEnd in desk.Ends)
        {
            terms.Add(new(folded.Forms.AsMemory(at, wordEnd - at), position++, at, wordEnd - at));
            at = wordEnd;
        }
    }

    static string FingerprintOf(HanVariants variants)
    {
        var text = new StringBuilder($"analysis {Version}; {WordCutters.Names};");
        for (int c = 0x3400; c <= char.MaxValue; c++)
        {
            char form = variants.Fold((char)c);
            if (form != c)
                text.Append((char)c).Append(form);
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(text.ToString())).AsSpan(0, 8));
    }

    sealed class Desk
    {
        public WordCutters Cutters { get; } = new();

        public EnglishStems Stems { get; } = new();

        public List<int> Ends { get; } = [];
    }
}
