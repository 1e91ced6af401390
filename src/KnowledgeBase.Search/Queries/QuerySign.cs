using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Queries;

/// <summary>What a sign of a query is.</summary>
enum QuerySignKind
{
    /// <summary>A free word.</summary>
    Word,

    /// <summary>Words in quotation marks.</summary>
    Phrase,

    /// <summary>A word with a star.</summary>
    Beginning,

    /// <summary>OR.</summary>
    Or,

    /// <summary>NOT.</summary>
    Not,

    /// <summary>An opening bracket.</summary>
    Open,

    /// <summary>A closing bracket.</summary>
    Close,

    /// <summary>The name of a field; what it must hold follows.</summary>
    Field,
}

/// <summary>A sign of a query.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The words, or the field's name.</param>
/// <param name="Between">For a phrase how many words may stand between; null otherwise.</param>
/// <param name="Neighbours">For a phrase in “ ” beside how many of its marks, none, one or both, Han or kana stand without a blank, as they do in a sentence.</param>
readonly record struct QuerySign(QuerySignKind Kind, string Text, int? Between = null, int Neighbours = 0);

/// <summary>Reads the signs of a query from left to right.</summary>
sealed class QuerySignReader(string text, List<QueryRemark> remarks)
{
    // As many words between two as a long sentence has.
    const int MaxBetween = 50;

    int _at;

    public IEnumerable<QuerySign> Read()
    {
        while (_at < text.Length)
        {
            char c = text[_at];
            if (char.IsWhiteSpace(c) || char.IsControl(c))
                _at++;
            else if (IsQuotationMark(c))
            {
                if (ReadPhrase() is { } phrase)
                    yield return phrase;
            }
            else if (c is '(' or '（')
                yield return Sign(QuerySignKind.Open);
            else if (c is ')' or '）')
                yield return Sign(QuerySignKind.Close);
            else if (c is '|' or '｜')
                yield return Sign(QuerySignKind.Or);
            else if (c is '-' or '－' && StartsPiece(_at) && _at + 1 < text.Length && !IsBound(text[_at + 1]))
                yield return Sign(QuerySignKind.Not);
            else if (ReadWord() is { } word)
                yield return word;
        }
    }

    static bool IsBound(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || c is ')' or '）' or '|' or '｜';

    static bool IsQuotationMark(char c) => c is '"' or '“' or '”' or '„' or '＂';

    bool StartsPiece(int at) => at == 0 || IsBound(text[at - 1]) || text[at - 1] is '(' or '（' or ':' or '：' or '-' or '－';

    QuerySign Sign(QuerySignKind kind) => new(kind, text[_at++].ToString());

    QuerySign? ReadPhrase()
    {
        int start = ++_at;
        int end = start;
        while (end < text.Length && !IsQuotationMark(text[end]))
            end++;
        if (end == text.Length)
        {
            remarks.Add(new(QueryRemarkKind.QuotationMark, text[(start - 1)..start]));
            return null;
        }
        _at = end + 1;
        int? between = ReadBetween();
        return string.IsNullOrWhiteSpace(text[start..end]) ? null : new(QuerySignKind.Phrase, text[start..end], between, NeighboursOf(start - 1, end));
    }

    int NeighboursOf(int first, int last) => text[first] == '"' ? 0
        : (first > 0 && Scripts.IsCjk(text[first - 1]) ? 1 : 0) + (last + 1 < text.Length && Scripts.IsCjk(text[last + 1]) ? 1 : 0);

    int? ReadBetween()
    {
        if (_at + 1 >= text.Length || text[_at] is not ('~' or '～') || !char.IsDigit(text[_at + 1]))
            return null;
        int between = 0;
        for (_at++; _at < text.Length && char.IsDigit(text[_at]); _at++)
            between = Math.Min(MaxBetween, (between * 10) + (int)char.GetNumericValue(text[_at]));
        return between;
    }

    QuerySign? ReadWord()
    {
        int start = _at;
        while (_at < text.Length && !IsBound(text[_at]) && !IsQuotationMark(text[_at]) && text[_at] is not ('(' or '（'))
        {
            if (text[_at] is ':' or '：' && QueryField.Find(text[start.._at]) is { } field && _at + 1 < text.Length && !IsBound(text[_at + 1]))
            {
                _at++;
                return new(QuerySignKind.Field, field);
            }
            _at++;
        }
        string word = text[start.._at];
        string stripped = word.TrimEnd('*', '＊');
        bool isStressed = stripped.Length < word.Length && stripped.StartsWith('*');
        return word switch
        {
            "OR" or "ＯＲ" => new(QuerySignKind.Or, "OR"),
            "NOT" or "ＮＯＴ" => new(QuerySignKind.Not, "NOT"),
            "AND" or "ＡＮＤ" => null,
            _ when stripped.Trim('-', '－').Length == 0 => null,
            _ when isStressed => new(QuerySignKind.Word, stripped.TrimStart('*')),
            _ => new(stripped.Length < word.Length ? QuerySignKind.Beginning : QuerySignKind.Word, stripped),
        };
    }
}
