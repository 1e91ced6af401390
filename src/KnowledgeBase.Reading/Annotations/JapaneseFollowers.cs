using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds who is named behind Japanese words: 「…」と田中氏。</summary>
sealed class JapaneseFollowers(HanWords words, JapaneseSubjects subjects, LanguageRules rules, HanVariants variants)
{
    /// <summary>A longer sentence after a quotation goes on with the story (a guess).</summary>
    const int LongestRemark = 45;

    /// <summary>A longer predicate tells something else (a guess).</summary>
    const int LongestPredicate = 10;

    /// <summary>How the words that came before are meant, and nominalised: こう語るのは.</summary>
    const string Nominalizer = "のは";

    readonly WordList _copulas = new(rules.Speech.Copulas, variants);
    readonly WordList _anaphors = new(rules.Speech.Anaphors, variants);
    readonly WordList _titleJoints = new(rules.Speech.TitleJoints, variants);
    readonly WordList _voiceJoints = new(rules.Speech.VoiceJoints, variants);
    readonly WordList _voiceNouns = new(rules.Speech.VoiceNouns, variants);
    readonly WordList _namingVerbs = new(rules.Speech.NamingVerbs, variants);
    readonly WordList _titleNouns = new(rules.Speech.TitleNouns, variants);
    readonly string _verbEndings = string.Concat(rules.VerbEndings);
    readonly string _topicMarks = string.Concat(rules.TopicMarks);

    /// <summary>A name with post or honorific, or what stands for one; not an organisation.</summary>
    public static bool IsPerson(Attribution attribution) =>
        attribution.Kind == NamingKind.Pronoun || (attribution.Kind == NamingKind.Name && (attribution.Post is not null || attribution.BareName?.Length < attribution.Named.Length));

    /// <summary>「…」と、田中氏は述べた · 「…」と話すのは、田中氏だ · 「…」と田中氏。 · 「…」と話す田中氏。</summary>
    public Attribution? FindBehind(string text, string masked, int from, TextSpan cue, int end)
    {
        if (FindNominalized(text, masked, from, end) is { } last)
            return last with { Cue = cue };
        int limit = cue.Start > from + 1 ? cue.Start : cue.End;
        if (subjects.FindTopic(text, masked, from, limit) is { } between)
            return between with { Cue = CueOf(masked, between, cue) };
        if (masked[from] == 'と' && cue.End == end && subjects.Read(text, masked, from + 1, end) is { } said && IsPerson(said))
            return said with { Cue = CueOf(masked, said, cue) };
        return FindDescribed(text, masked, cue, end);
    }

    /// <summary>「…」と松原教授は切り出した: an unknown predicate that begins with the speaker goes on behind him.</summary>
    static TextSpan? CueOf(string masked, Attribution speaker, TextSpan cue)
    {
        if (cue.Start >= speaker.Named.Start || cue.End <= speaker.Named.Start)
            return cue;
        return cue.End - speaker.Named.End > 2 && masked[speaker.Named.End] is 'は' or 'が' or 'も' ? TextSpan.Between(speaker.Named.End + 1, cue.End) : null;
    }

    /// <summary>「…」と話すのは、田中氏だ</summary>
    public Attribution? FindNominalized(string text, string masked, int from, int end)
    {
        int at = masked.AsSpan(from, end - from).IndexOf(Nominalizer);
        if (at <= 0 || masked.AsSpan(from, end - from).Contains(HanSentences.BlankMark))
            return null;
        int last = end - _copulas.LengthEndingAt(masked, end, from + at);
        return subjects.Read(text, masked, from + at + Nominalizer.Length, last);
    }

    /// <summary>「…」と話す田中氏。 · 「…」と語った田中社長は、工場を案内した。 — whom the verb of saying describes.</summary>
    Attribution? FindDescribed(string text, string masked, TextSpan cue, int end)
    {
        if (cue.End >= end || !_verbEndings.Contains(masked[cue.End - 1]) || FoldedText.IsHiragana(masked[cue.End]))
            return null;
        int limit = cue.End + masked.AsSpan(cue.End, end - cue.End).IndexOfAny('、', HanSentences.BlankMark);
        limit = limit < cue.End ? end : limit;
        int topic = masked.AsSpan(cue.End, limit - cue.End).IndexOfAny(_topicMarks);
        return subjects.Read(text, masked, cue.End, topic > 0 ? cue.End + topic : limit) is { } described && IsPerson(described) ? described with { Cue = cue } : null;
    }

    /// <summary>「…」（田中氏）</summary>
    public Attribution? FindInParentheses(string text, string masked, int from, int end)
    {
        if (from >= end || masked[from] is not ('(' or '（'))
            return null;
        int close = masked.AsSpan(from, end - from).IndexOfAny(')', '）');
        // 経営者、46歳
        int comma = close > 1 ? masked.IndexOf('、', from, close) - from : -1;
        close = comma > 1 && char.IsAsciiDigit(masked[from + comma + 1]) ? comma : close;
        return close > 1 ? subjects.Read(text, masked, from + 1, from + close) ?? subjects.ReadNoun(text, masked, from + 1, from + close, isAlone: true) : null;
    }

    /// <summary>「…」（田中氏）。 but not 「…」（交易会）には: nothing, or と, follows what stands in parentheses.</summary>
    public static bool IsLast(string masked, int named, int end)
    {
        int close = masked.AsSpan(named, end - named).IndexOfAny(')', '）');
        return close >= 0 && (named + close + 1 >= end || masked[named + close + 1] is 'と' or 'な' or '、');
    }

    /// <summary>「…」。相馬社長は断言する。 · 「…」。こう語るのは、相馬社長だ。 — a quotation that is a sentence, and who the next one is about.</summary>
    public Attribution? FindInNextSentence(string text, HanSentences sentences, Quotation quotation, int start)
    {
        int from = BehindDashes(sentences.Text, quotation.Outer.End);
        if (start != quotation.Outer.Start || from >= sentences.Text.Length || sentences.Text[from] != '。')
            return null;
        int end = sentences.EndOf(from + 1);
        int blank = sentences.Text.AsSpan(from + 1, end - from - 1).IndexOf(HanSentences.BlankMark);
        int limit = blank < 0 ? end : from + 1 + blank;
        if (_anaphors.LengthAt(sentences.Text, from + 1, limit) > 0 && FindNominalized(text, sentences.Text, from + 1, limit) is { } named)
            return named with { Cue = words.FindCue(sentences.Text, from + 1, named.Named.Start) };
        Attribution? speaker = subjects.FindTopic(text, sentences.Text, from + 1, limit, isAnything: limit - from < LongestRemark);
        return speaker is null ? null : speaker with { Cue = FindCueBehindAnaphor(sentences.Text, speaker.Named.End, limit) ?? words.FindCue(sentences.Text, speaker.Named.End, limit) ?? FindPredicate(sentences.Text, speaker.Named.End + 1, limit) };
    }

    /// <summary>田中氏はこう述べた, そう振り返る: the verb behind a word that takes up what was said.</summary>
    public TextSpan? FindCueBehindAnaphor(string masked, int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (_anaphors.LengthAt(masked, i, end) is > 0 and var anaphor && words.LengthOfCue(masked, i + anaphor, end) is > 0 and var cue)
                return new(i + anaphor, cue);
        }
        int here = masked.AsSpan(from, end - from).IndexOf("こう");
        return here < 0 ? null : words.FindCue(masked, from + here, end);
    }

    /// <summary>「…」という制度, 「…」と呼ぶ開発: what is named, not said.</summary>
    public bool IsTitle(string masked, int from, int end) =>
        (_namingVerbs.LengthAt(masked, from, end) is > 0 and var verb && from + verb < end && FoldedText.IsHanOrKana(masked[from + verb]) && !FoldedText.IsHiragana(masked[from + verb]))
        || _titleJoints.LengthAt(masked, from, end) is > 0 and var joint && _titleNouns.LengthAt(masked, from + joint, end) > 0;

    /// <summary>などの批判, といった声: how long the joint is and the noun for what was said; 0 where they do not stand there.</summary>
    public int LengthOfVoice(string masked, int from, int end)
    {
        int joint = _voiceJoints.LengthAt(masked, from, end);
        int noun = joint > 0 ? _voiceNouns.LengthAt(masked, from + joint, end) : 0;
        return noun > 0 ? joint + noun : 0;
    }

    /// <summary>「…」――。 · 「…」——</summary>
    public static int BehindDashes(string masked, int at)
    {
        while (at < masked.Length && IsDash(masked[at]))
            at++;
        return at;
    }

    public static bool IsDash(char c) => c is '―' or '—' or '─' or '－' or '…' or '‥';

    /// <summary>「…」。田中社長は肩を落とす。 — what is left of a short sentence behind its subject.</summary>
    static TextSpan? FindPredicate(string masked, int from, int end) =>
        end - from is > 2 and <= LongestPredicate && !masked.AsSpan(from, end - from).Contains('、') ? TextSpan.Between(from, end) : null;
}
