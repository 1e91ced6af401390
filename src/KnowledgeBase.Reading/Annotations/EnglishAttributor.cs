using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds the speakers of English quotations: in the sentence, else in the paragraph, else who spoke last.</summary>
sealed class EnglishAttributor(LanguageRules rules) : IAttributor
{
    readonly EnglishWords _words = new(rules);
    readonly EnglishTokens _tokens = new(rules);
    readonly EnglishNameBook _names = new(rules);

    /// <summary>Without a cue, fewer words than this between quotation marks are a title or so-called (the scorers of quotations count from four words, too).</summary>
    const int LeastWordsWithoutCue = 4;

    /// <inheritdoc/>
    public IArticleNames OpenNames(string text, IReadOnlyList<Quotation> quotations) => _names.Open(text, quotations);

    /// <inheritdoc/>
    public IEnumerable<Report> FindReports(string text, IReadOnlyList<Quotation> quotations)
    {
        int next = 0;
        foreach (TextSpan paragraph in Paragraphs.Of(text))
        {
            List<Token> tokens = _tokens.Cut(text, paragraph, quotations, next);
            foreach (Report report in new EnglishParagraph(_words, tokens, text, quotations).FindReports())
                yield return report;
            while (next < quotations.Count && quotations[next].Outer.Start < paragraph.End)
                next++;
        }
    }

    /// <inheritdoc/>
    public bool IsSpeech(string text, Quotation quotation, Attribution? attribution) =>
        attribution?.Cue is not null || (WordCount.Of(quotation.Inner.In(text)) >= LeastWordsWithoutCue && !TitleCase.Is(quotation.Inner.In(text)));

    /// <inheritdoc/>
    public Attribution?[] Attribute(string text, IReadOnlyList<Quotation> quotations)
    {
        var found = new Attribution?[quotations.Count];
        Attribution? last = null;
        int next = 0;
        int alone = -1;
        foreach (TextSpan paragraph in Paragraphs.Of(text))
        {
            List<Token> tokens = _tokens.Cut(text, paragraph, quotations, next);
            var reading = new EnglishParagraph(_words, tokens, text, quotations);
            last = reading.Attribute(found, last);
            if (alone >= 0 && reading.FindSignature(0) is { } below)
                found[alone] = last = below;
            if (tokens is [{ IsQuotation: true }, ..] && reading.FindSignature(1) is { } behind)
                found[next] = last = behind;
            alone = tokens is [{ IsQuotation: true }] or [{ IsQuotation: true }, { IsWord: false, IsQuotation: false }] ? next : -1;
            while (next < quotations.Count && quotations[next].Outer.Start < paragraph.End)
                next++;
        }
        return found;
    }
}
