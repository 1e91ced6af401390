using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>One English paragraph, sentence by sentence.</summary>
sealed class EnglishParagraph(EnglishWords words, List<Token> tokens, string text, IReadOnlyList<Quotation> quotations)
{
    /// <summary>A name, a post and an organisation fit in (a guess).</summary>
    const int MaxSignatureTokens = 14;

    /// <summary>A sentence is cut after so many, so that a text without full stops costs no more than another; the longest of the development passages stays below 200.</summary>
    const int MaxSentenceTokens = 400;

    readonly EnglishNames _names = new(words, tokens);
    readonly EnglishPosts _posts = new(words, tokens);

    /// <summary>Fills in the speakers of the quotations of this paragraph; returns who spoke last.</summary>
    public Attribution? Attribute(Attribution?[] found, Attribution? last)
    {
        Attribution? inParagraph = null;
        foreach (EnglishSentence sentence in Sentences())
        {
            bool quotes = false;
            for (int i = sentence.Start; i < sentence.End; i++)
            {
                if (!tokens[i].IsQuotation)
                    continue;
                quotes = true;
                found[tokens[i].Quotation] = inParagraph = FindSpeaker(sentence, i, inParagraph ?? last);
                last = inParagraph ?? last;
            }
            if (!quotes && sentence.FindLast() is { } saying)
                last = inParagraph = ToAttribution(saying);
        }
        return last;
    }

    /// <summary>The clauses reported without quotation marks, at most one a sentence.</summary>
    public IEnumerable<Report> FindReports()
    {
        foreach (EnglishSentence sentence in Sentences())
        {
            if (sentence.FindReport() is not var (saying, start, end))
                continue;
            yield return new(TextSpan.Between(tokens[start].Span.Start, tokens[end - 1].Span.End), ToAttribution(saying));
        }
    }

    Attribution? FindSpeaker(EnglishSentence sentence, int quotation, Attribution? last)
    {
        if (quotations[tokens[quotation].Quotation].Continues && last is not null)
            return last;
        if (sentence.FindSayingOf(quotation) is { } saying)
            return ToAttribution(saying);
        bool alone = sentence.End - sentence.Start <= 2;
        return alone ? last : sentence.FindSubject(quotation) is { } subject ? ToAttribution(subject, null) : last;
    }

    /// <summary>— NAME: the signature below or behind a quotation; null when the paragraph holds anything else.</summary>
    /// <param name="start">Where the dash is expected.</param>
    public Attribution? FindSignature(int start)
    {
        bool isSigned = tokens.Count - start is > 1 and <= MaxSignatureTokens && tokens[start].Text is "-" or "–" or "—" or "―" && words.IsNamePart(tokens[start + 1]);
        return isSigned && _names.FindAfter(start + 1, tokens.Count) is { Kind: NamingKind.Name } name ? ToAttribution(name, null) : null;
    }

    Attribution ToAttribution(Saying saying) => ToAttribution(saying.Speaker, saying.Cue);

    Attribution ToAttribution(Naming speaker, int? cue)
    {
        (string? post, string? organization) = _posts.Describe(speaker);
        return new(speaker.Kind, _names.SpanOf(speaker), cue is { } at ? tokens[at].Span : null) { Post = post, Organization = organization };
    }

    IEnumerable<EnglishSentence> Sentences()
    {
        int start = 0;
        for (int i = 0; i < tokens.Count; i++)
        {
            if (i - start < MaxSentenceTokens && !EndsSentence(i))
                continue;
            yield return new(words, tokens, start, i + 1);
            start = i + 1;
        }
        if (start < tokens.Count)
            yield return new(words, tokens, start, tokens.Count);
    }

    bool EndsSentence(int i)
    {
        if (i + 1 >= tokens.Count)
            return false;
        Token next = tokens[i + 1];
        if (!tokens[i].IsQuotation)
            return tokens[i].Text is "." or "!" or "?" && next.Text is not (")" or "," or ";") && (next.IsQuotation || next.IsCapitalized || !next.IsWord || char.IsDigit(next.Text[0]));
        char last = text[quotations[tokens[i].Quotation].Inner.End - 1];
        return last is '.' or '!' or '?' or '…' && (next.IsQuotation || (next.IsCapitalized && !IsSpeakerAndCue(i + 1, last)));
    }

    /// <summary>“Really?” Smith said. — but not: “No.” Smith said: “Yes.”</summary>
    bool IsSpeakerAndCue(int start, char mark)
    {
        for (int i = start + 1; i < Math.Min(tokens.Count, start + 25) && !tokens[i].IsQuotation && tokens[i].Text is not ("." or "!" or "?" or ":"); i++)
        {
            if (words.FindCue(tokens[i]) is CuePosition.Anywhere or CuePosition.AfterSpeaker)
                return _names.FindBefore(i, start) is { } speaker && speaker.Start <= start + 3 && (mark != '.' || (words.IsIndirectCue(tokens[i]) && IsEndAfter(i)));
        }
        return false;
    }

    bool IsEndAfter(int cue) => cue + 1 >= tokens.Count || tokens[cue + 1].Text is "." or "of" or "in" or "on" or "at" or "during";
}
