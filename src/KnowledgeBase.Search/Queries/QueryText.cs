using System.Collections.Immutable;

namespace KnowledgeBase.Search.Queries;

/// <summary>What a person wrote, taken apart: what must be found and what must not.</summary>
/// <remarks>
/// Words are all required; <c>OR</c> or <c>|</c> joins alternatives; <c>"…"</c> is a phrase; <c>-</c> or <c>NOT</c> before a word excludes it; <c>invest*</c> is the
/// beginning of a word. Full-width signs work like half-width ones. Nothing is an error: a sign without its partner is read as a blank.
/// </remarks>
/// <param name="Required">Each of these must be found, in one of its alternatives.</param>
/// <param name="Excluded">None of these may be found.</param>
sealed record QueryText(ImmutableArray<ImmutableArray<Wanted>> Required, ImmutableArray<Wanted> Excluded)
{
    /// <summary>Longer texts are cut here: longer than any sentence, short enough to be answered quickly.</summary>
    public const int MaxLength = 500;

    /// <summary>Takes a text apart.</summary>
    public static QueryText Parse(string text)
    {
        var required = new List<List<Wanted>>();
        var excluded = ImmutableArray.CreateBuilder<Wanted>();
        bool isAlternative = false;
        bool isExcluded = false;
        foreach (Wanted wanted in new QueryTextReader(text.Length > MaxLength ? text[..MaxLength] : text).Read())
        {
            switch (wanted)
            {
                case { Kind: WantedKind.Operator, Text: "OR" }:
                    isAlternative = required.Count > 0;
                    continue;
                case { Kind: WantedKind.Operator, Text: "NOT" }:
                    isExcluded = true;
                    continue;
                case var _ when isExcluded:
                    excluded.Add(wanted);
                    break;
                case var _ when isAlternative:
                    required[^1].Add(wanted);
                    break;
                default:
                    required.Add([wanted]);
                    break;
            }
            (isAlternative, isExcluded) = (false, false);
        }
        return new QueryText([.. required.Select(alternatives => alternatives.ToImmutableArray())], excluded.ToImmutable());
    }
}

/// <summary>How a piece of a query is meant.</summary>
enum WantedKind
{
    /// <summary>Free words.</summary>
    Words,

    /// <summary>Words in this order, side by side.</summary>
    Phrase,

    /// <summary>The beginning of a word.</summary>
    Beginning,

    /// <summary>OR or NOT.</summary>
    Operator,
}

/// <summary>A piece of a query.</summary>
readonly record struct Wanted(WantedKind Kind, string Text);

/// <summary>Reads the pieces of a query from left to right.</summary>
sealed class QueryTextReader(string text)
{
    int _at;

    public IEnumerable<Wanted> Read()
    {
        while (_at < text.Length)
        {
            char c = text[_at];
            if (IsBlank(c))
                _at++;
            else if (IsQuotationMark(c))
                foreach (Wanted phrase in ReadPhrase())
                    yield return phrase;
            else if (c is '|' or '｜')
                yield return Sign("OR");
            else if (c is '-' or '－' && StartsPiece(_at) && _at + 1 < text.Length && !IsBlank(text[_at + 1]))
                yield return Sign("NOT");
            else
                foreach (Wanted word in ReadWord())
                    yield return word;
        }
    }

    static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || c is '(' or ')' or '（' or '）';

    static bool IsQuotationMark(char c) => c is '"' or '“' or '”' or '„' or '＂';

    bool StartsPiece(int at) => at == 0 || IsBlank(text[at - 1]) || text[at - 1] is '|' or '｜';

    Wanted Sign(string name)
    {
        _at++;
        return new(WantedKind.Operator, name);
    }

    IEnumerable<Wanted> ReadPhrase()
    {
        int start = ++_at;
        int end = start;
        while (end < text.Length && !IsQuotationMark(text[end]))
            end++;
        if (end == text.Length)
            yield break;
        _at = end + 1;
        if (!string.IsNullOrWhiteSpace(text[start..end]))
            yield return new(WantedKind.Phrase, text[start..end]);
    }

    IEnumerable<Wanted> ReadWord()
    {
        int start = _at;
        while (_at < text.Length && !IsBlank(text[_at]) && !IsQuotationMark(text[_at]) && text[_at] is not ('|' or '｜'))
            _at++;
        string word = text[start.._at];
        string stripped = word.TrimEnd('*', '＊');
        if (word is "OR" or "NOT")
            yield return new(WantedKind.Operator, word);
        else if (word != "AND" && stripped.Trim('-', '－').Length > 0)
            yield return new(stripped.Length < word.Length ? WantedKind.Beginning : WantedKind.Words, stripped);
    }
}
