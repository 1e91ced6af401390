using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds what is said in an interview or a press conference that is printed as turns (记者：… 田中：… · 问：… 答：…), or by experts in turn (东海大学教授田中：…): words of speakers without quotation marks.</summary>
sealed class DialogueTurns(LanguageRules rules, HanVariants variants)
{
    /// <summary>上海社会科学院世界经济研究所研究员 and a name have 20 characters; a longer beginning of a line is a clause (a guess).</summary>
    const int LongestLabel = 30;

    /// <summary>So many characters hold a post and a name, or a name with a dot (a guess).</summary>
    const int LongestAnswerer = 14;

    /// <summary>A family name of two characters and a given name of three.</summary>
    const int LongestName = 5;

    /// <summary>No dialogue has more voices, so that a text that goes on with new ones costs no more than another.</summary>
    const int MostAnswerers = 40;

    readonly WordList _questions = new(rules.Speech.Turns.IsEmpty ? rules.Speech.Askers : [], variants);
    readonly WordList _posts = new(rules.Posts, variants);
    readonly WordList _surnames = new(rules.Surnames, variants);

    /// <summary>The quotations of a text and the answers in it, in the order of their positions; what is quoted within an answer belongs to it.</summary>
    public List<Quotation> Join(string text, List<Quotation> quotations)
    {
        // 田中：“…” needs no more than its marks.
        HashSet<int> quoted = [.. quotations.Select(quotation => quotation.Outer.Start)];
        List<Quotation> answers = _questions.IsEmpty ? [] : [.. FindAnswers(text, FoldedText.Of(text, variants)).Where(answer => !quoted.Contains(answer.Inner.Start))];
        return Turns.Join(quotations, answers);
    }

    /// <summary>Paragraphs behind a label that has followed a question; those between an answer and the next question go on with it.</summary>
    IEnumerable<Quotation> FindAnswers(string text, string folded)
    {
        List<TextSpan> paragraphs = [.. Paragraphs.TrimmedOf(text)];
        HashSet<string> answerers = FindAnswerers(folded, paragraphs);
        List<TextSpan> further = [];
        bool isAnswering = false;
        foreach (TextSpan paragraph in paragraphs)
        {
            int colon = EndOfLabel(folded, paragraph);
            bool isQuestion = colon > 0 && IsQuestion(folded, paragraph.Start, colon);
            bool isAnswer = colon > 0 && !isQuestion && IsAnswerer(answerers, folded[paragraph.Start..colon]);
            bool isView = colon > 0 && !isQuestion && !isAnswer && text[paragraph.End - 1] == '。' && IsIntroduced(folded, paragraph.Start, colon);
            if (isQuestion || isAnswer || isView)
            {
                foreach (TextSpan more in further)
                    yield return new(more, more, Continues: true);
                further.Clear();
                isAnswering = isAnswer;
            }
            if ((isAnswer || isView) && Behind(text, colon + 1, paragraph.End) is { Length: > 0 } words)
                yield return new(words, TextSpan.Between(colon + 1, paragraph.End), Continues: false);
            else if (isAnswering)
                further.Add(paragraph);
        }
    }

    HashSet<string> FindAnswerers(string folded, List<TextSpan> paragraphs)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        bool isAsked = false;
        foreach (TextSpan paragraph in paragraphs)
        {
            int colon = EndOfLabel(folded, paragraph);
            bool isQuestion = colon > 0 && IsQuestion(folded, paragraph.Start, colon);
            if (isAsked && !isQuestion && found.Count < MostAnswerers && colon - paragraph.Start is > 0 and <= LongestAnswerer)
                found.Add(folded[paragraph.Start..colon]);
            isAsked = isQuestion;
        }
        return found;
    }

    /// <summary>仓持 answers where 仓持博之 has.</summary>
    static bool IsAnswerer(HashSet<string> answerers, string label) => answerers.Contains(label) || (label.Length > 1 && answerers.Any(answerer => answerer.StartsWith(label, StringComparison.Ordinal)));

    /// <summary>东海大学教授田中: a post and a name.</summary>
    bool IsIntroduced(string folded, int start, int end)
    {
        for (int name = Math.Max(start, end - LongestName); name < end - 1; name++)
        {
            if (_posts.LengthEndingAt(folded, name, start) > 0 && _surnames.LengthAt(folded, name, end) > 0)
                return true;
        }
        return false;
    }

    bool IsQuestion(string folded, int start, int colon) => _questions.LengthEndingAt(folded, colon, start) > 0;

    /// <summary>Where the colon stands behind the label a paragraph begins with; 0 when it begins with none.</summary>
    static int EndOfLabel(string folded, TextSpan paragraph)
    {
        int at = paragraph.Start;
        while (at < paragraph.End && at - paragraph.Start <= LongestLabel && (FoldedText.IsHanOrKana(folded[at]) || FoldedText.IsAlphabetic(folded[at]) || folded[at] is '·'))
            at++;
        return at > paragraph.Start && at < paragraph.End && folded[at] is ':' or '：' ? at : 0;
    }

    static TextSpan Behind(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        return TextSpan.Between(start, end);
    }
}
