using System.Collections.Immutable;
using System.Text.RegularExpressions;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds the answers in a transcript, which stand between no quotation marks: （記者）…？ （大臣）…。</summary>
/// <remarks>A text is a transcript where somebody asks and somebody answers; a label alone may be a heading or a dateline.</remarks>
sealed class TurnFinder(LanguageRules rules, HanVariants variants)
{
    readonly ImmutableArray<Regex> _labels = [.. rules.Speech.Turns.Select(pattern => new Regex(pattern, RegexOptions.NonBacktracking))];
    readonly WordList _askers = new(rules.Speech.Askers, variants);
    readonly WordList _answers = new(rules.Speech.Answers, variants);
    readonly WordList _people = new(rules.Posts.Concat(rules.Honorifics), variants);
    readonly string _openingMarks = string.Concat(rules.QuotationMarks.Select(mark => mark.Open));

    /// <summary>The quotations of a text with the answers of a transcript among them; what is quoted within an answer belongs to it.</summary>
    public List<Quotation> AddTo(List<Quotation> quotations, string text) => _labels.IsEmpty ? quotations : Turns.Join(quotations, Find(text));

    List<Quotation> Find(string text)
    {
        string folded = FoldedText.Of(text, variants);
        List<Quotation> found = [];
        List<Quotation> unlabelled = [];
        TextSpan? speaker = null;
        bool hasQuestions = false;
        foreach (TextSpan paragraph in Paragraphs.TrimmedOf(text))
        {
            (TextSpan? label, int words) = LabelOf(folded, paragraph);
            bool isQuestion = _askers.LengthAt(folded, paragraph.Start, paragraph.End) > 0 && label is null || (label is { } asking && _askers.LengthEndingAt(folded, asking.End, asking.Start) > 0);
            if (isQuestion || label is not null)
            {
                // What stands between an answer and the next turn goes on with it; what follows the last turn is the story.
                found.AddRange(unlabelled);
                unlabelled.Clear();
                hasQuestions |= isQuestion;
                speaker = isQuestion ? null : label;
            }
            if (speaker is { } named && words < paragraph.End && !_openingMarks.Contains(text[words]))
                (label is null ? unlabelled : found).Add(new(TextSpan.Between(words, paragraph.End), TextSpan.Between(words, paragraph.End), false) { Label = named });
        }
        return hasQuestions ? found : [];
    }

    /// <summary>The label at the beginning of a paragraph, and where its words begin; null where no one is named or asked.</summary>
    (TextSpan? Label, int Words) LabelOf(string folded, TextSpan paragraph)
    {
        string line = folded[paragraph.Start..paragraph.End];
        foreach (Regex pattern in _labels)
        {
            if (pattern.Match(line) is not { Success: true } match)
                continue;
            var label = new TextSpan(paragraph.Start + match.Groups[1].Index, match.Groups[1].Length);
            bool isSpeaker = _askers.LengthEndingAt(folded, label.End, label.Start) > 0 || _people.LengthEndingAt(folded, label.End, label.Start) > 0 || _answers.Contains(label.In(folded));
            if (isSpeaker)
                return (label, paragraph.Start + match.Length);
        }
        return (null, paragraph.Start);
    }
}
