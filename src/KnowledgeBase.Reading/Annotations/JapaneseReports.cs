using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds what a Japanese sentence without quotation marks reports somebody to have said.</summary>
sealed class JapaneseReports(HanWords words, JapaneseSubjects subjects, LanguageRules rules, HanVariants variants)
{
    /// <summary>Shorter clauses are seldom what somebody said (a guess).</summary>
    const int LeastCharacters = 5;

    /// <summary>Further behind the speaker, an occasion or a source belongs to what was said (a guess).</summary>
    const int LongestLead = 45;

    readonly WordList _occasions = new(rules.Speech.Occasions, variants);
    readonly WordList _clauseCues = new(rules.Speech.ClauseCues, variants);
    readonly string _dayTimes = string.Concat(rules.Speech.DayTimes);
    readonly WordList _hearsayEndings = new(rules.Speech.HearsayEndings, variants);
    readonly string _plainEndings = string.Concat(rules.VerbEndings);
    readonly string _marks = string.Concat(rules.TopicMarks.Concat(rules.SubjectMarks));

    /// <summary>The report of a sentence; null where it holds none.</summary>
    public Report? Find(string text, string masked, TextSpan sentence) => FindSaid(text, masked, sentence) ?? FindHearsay(text, masked, sentence);

    /// <summary>田中氏は、…と述べた。 — the clause between the topic and the cue, which ends the sentence.</summary>
    Report? FindSaid(string text, string masked, TextSpan sentence)
    {
        int length = words.DocumentCues.LengthEndingAt(masked, sentence.End, sentence.Start);
        bool isOfPeople = words.IndirectCues.LengthEndingAt(masked, sentence.End, sentence.Start) == length;
        if (length == 0)
            (length, isOfPeople) = (LengthOfClauseCue(masked, sentence), true);
        int cue = sentence.End - length;
        Attribution? found = length == 0 ? null : subjects.FindText(text, masked, sentence.Start, cue);
        if (isOfPeople && length > 0)
            found ??= subjects.FindTopic(text, masked, sentence.Start, cue) ?? subjects.FindState(masked, sentence.Start, cue);
        if (found is not { } speaker || (speaker.Kind == NamingKind.Noun && speaker.Post is null && !words.IsText(masked, speaker.Named)))
            return null;
        int clause = BehindTold(masked, BehindLeads(masked, BehindTopic(masked, speaker.Named.End, cue), cue), cue);
        return cue - clause > LeastCharacters ? new(TextSpan.Between(clause, cue), speaker with { Cue = new(cue, length) }) : null;
    }

    /// <summary>増やす + 考えを示した: directly behind a plain verb.</summary>
    int LengthOfClauseCue(string masked, TextSpan sentence)
    {
        int length = _clauseCues.LengthEndingAt(masked, sentence.End, sentence.Start);
        int verb = sentence.End - length - 1;
        return length > 0 && verb > sentence.Start && _plainEndings.Contains(masked[verb]) ? length : 0;
    }

    /// <summary>田中氏によると、…。</summary>
    Report? FindHearsay(string text, string masked, TextSpan sentence)
    {
        if (subjects.FindSource(text, masked, sentence.Start, sentence.End) is not { Cue: { } cue } source || (source.Kind == NamingKind.Noun && source.Post is null && !words.IsText(masked, source.Named)))
            return null;
        int clause = BehindPauses(masked, cue.End, sentence.End);
        int end = sentence.End - _hearsayEndings.LengthEndingAt(masked, sentence.End, clause);
        return end - clause > LeastCharacters ? new(TextSpan.Between(clause, end), source) : null;
    }

    /// <summary>Behind the day, the occasion and the listeners: 12日、記者団に…と述べた.</summary>
    int BehindLeads(string masked, int start, int end)
    {
        for (int at = BehindPauses(masked, start, end); ;)
        {
            int next = BehindPauses(masked, BehindLead(masked, at, end), end);
            if (next == at)
                return at;
            at = next;
        }
    }

    int BehindLead(string masked, int at, int end)
    {
        ReadOnlySpan<char> lead = masked.AsSpan(at, Math.Min(LongestLead, end - at));
        int comma = lead.IndexOf('、');
        lead = comma < 0 ? lead : lead[..comma];
        int mark = lead.IndexOfAny(_marks);
        if (comma > 0 && mark < 0 && (_occasions.LengthEndingAt(masked, at + comma, at) > 0 || IsDate(lead)))
            return at + comma;
        int last = at + (mark < 0 ? lead.Length : mark);
        for (int i = at + 1; i < last; i++)
        {
            if (masked[i - 1] is 'で' or 'に' && _occasions.LengthEndingAt(masked, i, at) > 0)
                return i;
        }
        return at;
    }

    /// <summary>12日, 9月15日, 午前</summary>
    bool IsDate(ReadOnlySpan<char> folded) => char.IsAsciiDigit(folded[0]) && (folded[^1] is '日' or '月' or '年' || _dayTimes.Contains(folded[^1]));

    /// <summary>Behind は, and before it behind what stands in parentheses: 最高財務責任者（CFO）は.</summary>
    static int BehindTopic(string masked, int at, int end) =>
        at < end && masked[at] == '(' && masked.IndexOf(')', at, end - at) is > 0 and var close ? close + 2 : at + 1;

    /// <summary>関係者の話として、: whose words they were said to be is no part of them.</summary>
    int BehindTold(string masked, int clause, int end) =>
        words.ToldBy.Select(told => masked.IndexOf(told, clause, Math.Min(LongestLead, end - clause), StringComparison.Ordinal) is >= 0 and var at ? at + told.Length : clause).DefaultIfEmpty(clause).Max();

    static int BehindPauses(string masked, int at, int end)
    {
        while (at < end && masked[at] is '、' or '，')
            at++;
        return at;
    }
}
