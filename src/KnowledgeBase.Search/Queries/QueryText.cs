using System.Collections.Immutable;

namespace KnowledgeBase.Search.Queries;

/// <summary>What a person wrote, taken apart.</summary>
/// <remarks>
/// Words are all required; <c>OR</c> or <c>|</c> joins alternatives and binds closer than a blank; <c>"…"</c> is a phrase, <c>"…"~5</c> words near one another;
/// <c>-</c> or <c>NOT</c> excludes; <c>invest*</c> is the beginning of a word; <c>( )</c> groups; <c>city:kobe</c> asks for a facet's value, <c>title:</c> for the headline,
/// <c>year:</c> and <c>date:</c> for a stretch of time. In a whole sentence quotation marks, bars and brackets are part of it. Full-width signs work like half-width ones. Nothing is an error: what can't be meant so is read literally.
/// </remarks>
/// <param name="Part">The whole; null when nothing is asked.</param>
/// <param name="Remarks">What was read differently than it may have been meant.</param>
sealed record QueryText(QueryPart? Part, ImmutableArray<QueryRemark> Remarks)
{
    /// <summary>Longer texts are cut here: longer than any sentence, short enough to be answered quickly.</summary>
    public const int MaxLength = 500;

    /// <summary>Takes a text apart.</summary>
    public static QueryText Parse(string text)
    {
        List<QueryRemark> remarks = [];
        if (text.Length > MaxLength)
            remarks.Add(new(QueryRemarkKind.Length, text[MaxLength..Math.Min(text.Length, MaxLength + 20)]));
        List<QuerySign> signs = [.. new QuerySignReader(text.Length > MaxLength ? text[..MaxLength] : text, remarks).Read()];
        if (!Prose.IsSentence(signs))
            return new(new QueryParser(signs, remarks).Parse(), [.. remarks]);
        string words = string.Join(' ', signs.Where(sign => sign.Kind is QuerySignKind.Word or QuerySignKind.Phrase).Select(sign => sign.Text));
        if (signs.Any(sign => sign.Kind != QuerySignKind.Word))
            remarks.Add(new(QueryRemarkKind.Sentence, words));
        return new(new QueryPart.Words(words), [.. remarks]);
    }
}
