using System.Collections.Frozen;
using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds for which company a word stands that names the last one again (同社).</summary>
sealed class SameCompany(LanguageRules rules)
{
    /// <summary>So many names before are looked at, at most (a guess).</summary>
    const int MostNames = 12;

    /// <summary>A short name, a seat or a code in parentheses is no longer.</summary>
    const int LongestAside = 30;

    readonly FrozenSet<string> _words = rules.Speech.SameCompany.ToFrozenSet(StringComparer.Ordinal);
    readonly string _marks = string.Concat(rules.TopicMarks.Concat(rules.SubjectMarks));

    /// <summary>The company that speaks in a quote: the last one a sentence before was about, else the only one named before. Null where no such word names the speaker, or where it may be another company.</summary>
    public string? Find(Quote quote, ImmutableArray<Mention> named, string body)
    {
        if (quote.NamedSpan is not { } speaker || quote.Named is not { } word || !_words.Contains(word))
            return null;
        Mention[] before = [.. named.Where(mention => mention.Kind == MentionKind.Organization && mention.Span.End <= speaker.Start).OrderByDescending(mention => mention.Span.Start).Take(MostNames)];
        if (before.FirstOrDefault(mention => IsTopic(body, mention.Span.End)) is { } topic)
            return topic.Span.In(body);
        string[] names = [.. before.Select(mention => mention.Span.In(body)).Distinct(StringComparer.Ordinal)];
        return names is [var only] ? only : null;
    }

    /// <summary>富岳製薬は · 富岳製薬（東京都）は</summary>
    bool IsTopic(string body, int end)
    {
        if (end < body.Length && body[end] is '(' or '（' && body.AsSpan(end, Math.Min(LongestAside, body.Length - end)).IndexOfAny(')', '）') is > 0 and var close)
            end += close + 1;
        return end < body.Length && _marks.Contains(body[end]);
    }
}
