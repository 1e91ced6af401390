using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds the speakers of Japanese quotations: 田中氏は「…」と述べた.</summary>
sealed class JapaneseAttributor : IAttributor
{
    /// <summary>Without a cue and a speaker, fewer characters than this are a term or a title (a guess).</summary>
    const int LeastCharactersAlone = 15;

    /// <summary>With a speaker but without a cue (田中氏は「…」。), fewer characters than this are a term.</summary>
    const int LeastCharactersWithSpeaker = 8;

    /// <summary>は, and how somebody says it: は声を潜めて言う. More is told of (a guess).</summary>
    const int LongestManner = 12;

    /// <summary>など, だ and the like between a quotation and と.</summary>
    const int LongestJoint = 4;

    readonly HanWords _words;
    readonly JapaneseSubjects _subjects;
    readonly JapaneseReports _reports;
    readonly JapaneseFollowers _followers;

    public JapaneseAttributor(LanguageRules rules, HanVariants variants)
    {
        _words = new(rules, variants);
        _subjects = new(_words, rules, variants);
        _reports = new(_words, _subjects, rules, variants);
        _followers = new(_words, _subjects, rules, variants);
    }

    /// <inheritdoc/>
    public IArticleNames OpenNames(string text, IReadOnlyList<Quotation> quotations)
    {
        var sentences = new HanSentences(_words, text, quotations);
        return new HanArticleNames(_words, text, end => _subjects.Read(text, sentences.Text, sentences.StartOf(end - 1), end));
    }

    /// <inheritdoc/>
    public IEnumerable<Report> FindReports(string text, IReadOnlyList<Quotation> quotations)
    {
        return FindReports(text, new HanSentences(_words, text, quotations));
    }

    IEnumerable<Report> FindReports(string text, HanSentences sentences)
    {
        foreach (TextSpan sentence in sentences.WithoutQuotations())
        {
            if (_reports.Find(text, sentences.Text, sentence) is { } report)
                yield return report;
        }
    }

    /// <inheritdoc/>
    public bool IsSpeech(string text, Quotation quotation, Attribution? attribution)
    {
        if (quotation.Label is not null)
            return true;
        // 「…アンケート」によれば: the title of what tells.
        if (_subjects.LengthOfSource(text, quotation.Outer.End) > 0)
            return false;
        int length = WordCount.Of(quotation.Inner.In(text));
        if (attribution is not null && (attribution.Cue is not null || IsSentence(text, quotation)))
            return length > 2;
        return attribution is null ? length >= LeastCharactersAlone && IsParagraph(text, quotation) : length >= LeastCharactersWithSpeaker;
    }

    /// <inheritdoc/>
    public Attribution?[] Attribute(string text, IReadOnlyList<Quotation> quotations)
    {
        var found = new Attribution?[quotations.Count];
        var sentences = new HanSentences(_words, text, quotations);
        Attribution? last = null;
        Attribution? first = FindFirst(text, sentences);
        var reports = new Queue<Report>(FindReports(text, sentences).Where(report => IsSaying(report)));
        for (int i = 0; i < quotations.Count; i++)
        {
            while (reports.TryPeek(out Report? report) && report.Clause.Start < quotations[i].Outer.Start)
                last = reports.Dequeue() is var said && (i == 0 || said.Clause.Start > quotations[i - 1].Outer.End) ? said.Attribution : last;
            found[i] = quotations[i].Continues && i > 0 ? found[i - 1] : quotations[i].Label is { } label ? FindTurn(text, sentences.Text, label, first) : Find(text, sentences, quotations[i], i > 0 ? quotations[i - 1] : null, last);
            found[i] ??= IsParagraph(text, quotations[i]) ? first : null;
            last = found[i] is { } named && IsSpeaker(sentences.Text, named) ? named : last;
        }
        return found;
    }

    /// <summary>上海に進出した東亜精機の桜庭誠一社長に聞いた。 — the first person of the article, with the post and what stands before it.</summary>
    Attribution? FindFirst(string text, HanSentences sentences)
    {
        if (new HanArticleNames(_words, text).FindFirst() is not { } name)
            return null;
        int title = Math.Max(_words.Posts.LengthAt(sentences.Text, name.Named.End, text.Length), _words.Honorifics.LengthAt(sentences.Text, name.Named.End, text.Length));
        return title > 0 && _subjects.Read(text, sentences.Text, sentences.StartOf(name.Named.Start), name.Named.End + title) is { } whole && whole.BareName == name.BareName ? whole : name;
    }

    /// <summary>田中氏は、…と述べた: the next words without a speaker are his as well; not so those of a text, or of which one hears.</summary>
    static bool IsSaying(Report report) => report.Attribution is { Kind: not NamingKind.Noun, Cue: { } cue } && cue.Start >= report.Clause.End;

    /// <summary>（大臣）…, 田中氏　…: who speaks in a turn of a transcript. Behind 答）, it is the one the article is about.</summary>
    Attribution? FindTurn(string text, string masked, TextSpan label, Attribution? first) =>
        _subjects.Read(text, masked, label.Start, label.End) ?? first;

    Attribution? Find(string text, HanSentences sentences, Quotation quotation, Quotation? before, Attribution? last)
    {
        string masked = sentences.Text;
        (int start, int end) = (sentences.StartOf(quotation.Outer.Start), sentences.EndOf(quotation.Outer.End));
        if (_followers.FindInParentheses(text, masked, quotation.Outer.End, end) is { } signed && JapaneseFollowers.IsPerson(signed))
            return signed with { Cue = FindCue(masked, quotation.Outer.End, end) };
        TextSpan? cue = FindCue(masked, quotation.Outer.End, end) ?? FindCueOfNextSentence(sentences, quotation);
        if (cue is { } at && _followers.FindBehind(text, masked, at.Start < end ? quotation.Outer.End : sentences.StartOf(at.Start), at, sentences.EndOf(at.Start)) is { } behind)
            return behind;
        bool isHearsay = cue is not { } verb || !IsKnown(masked, verb) || masked.AsSpan(verb.Start, verb.Length).Contains("いう", StringComparison.Ordinal);
        if (cue is { } told && IsCited(masked, told, end) && _subjects.FindNearest(text, masked, start, quotation.Outer.Start) is { } inner)
            return inner with { Cue = told };
        if (cue is { } passed && _subjects.FindTold(text, masked, start, quotation.Outer.Start) is { } source)
            return source with { Cue = passed };
        Attribution? speaker = FindAhead(text, masked, start, quotation.Outer.Start, before, isHearsay, isAnything: cue is not null)
            ?? (cue is { } spoken && IsKnown(masked, spoken) ? _subjects.FindState(masked, start, quotation.Outer.Start) : null);
        // 市場では「…」（証券会社）との声が出た: neither where it was heard nor the many speak, but who is noted.
        bool isUnnamed = speaker is null || _subjects.FindOrigin(text, masked, start, quotation.Outer.Start) is not null;
        if (cue is { } heard && isUnnamed && _followers.FindInParentheses(text, masked, quotation.Outer.End, end) is { } noted && IsSpeaker(masked, noted))
            return noted with { Cue = heard };
        // また、輸出管理は「…」と説明した: what the words are about, not who goes on to speak.
        if (last is not null && speaker is not null && !IsSpeaker(masked, speaker) && last.Named.Start >= sentences.StartOfParagraph(start))
            speaker = null;
        if (cue is { } found)
            return (speaker ?? FindInSentenceBefore(text, sentences, start, allowsBody: last is null && !isHearsay && !masked.AsSpan(found.Start).StartsWith("との")) ?? last) is { } known ? known with { Cue = known.Cue is { } mark && speaker is not null && mark.Start < quotation.Outer.Start ? mark : found } : null;
        if (speaker is { Cue: not null } || (speaker is not null && IsComplete(masked, quotation)))
            return speaker;
        if (_followers.FindInParentheses(text, masked, quotation.Outer.End, end) is { } note && JapaneseFollowers.IsLast(masked, note.Named.End, end))
            return note;
        return IsComplete(masked, quotation) ? FindIntroduction(text, sentences, start) ?? _followers.FindInNextSentence(text, sentences, quotation, start) ?? FindInSentenceBefore(text, sentences, start) ?? (last is null ? null : last with { Cue = null }) : null;
    }

    /// <summary>A name, a post, or a noun that can speak; not any noun.</summary>
    bool IsSpeaker(string masked, Attribution attribution) =>
        attribution is not { Kind: NamingKind.Noun, Post: null } || _words.IsSpeaker(masked, attribution.Named);

    /// <summary>Between the quotation before in the sentence and this one, else from the beginning of the sentence.</summary>
    Attribution? FindAhead(string text, string masked, int start, int end, Quotation? before, bool isHearsay, bool isAnything)
    {
        if (before is { } other && other.Outer.End > start && _subjects.FindTopic(text, masked, other.Outer.End, end) is { } nearer)
            return nearer;
        // ロイター通信によると、高官は「…」と語った: the official speaks; …によると「…」という: the source does.
        if (_subjects.FindSource(text, masked, start, end) is { Cue: { } mark } source)
            return (isHearsay ? null : _subjects.FindTopic(text, masked, mark.End, end)) ?? source;
        return _subjects.FindOrigin(text, masked, start, end)
            ?? _subjects.FindTopic(text, masked, start, end)
            ?? _subjects.FindLabel(text, masked, start, end)
            ?? (isAnything ? _subjects.FindTopic(text, masked, start, end, isAnything: true) : null);
    }

    /// <summary>田中さんはこう語る。「…」</summary>
    Attribution? FindIntroduction(string text, HanSentences sentences, int start)
    {
        if (start == 0 || sentences.Text[start - 1] is not '。')
            return null;
        int before = sentences.StartOf(start - 1);
        int here = sentences.Text.AsSpan(before, start - before).IndexOf("こう");
        if (here < 0)
            return FindTelling(text, sentences.Text, before, start - 1);
        return _words.FindCue(sentences.Text, before + here, start - 1) is { } cue && _subjects.FindTopic(text, sentences.Text, before, start - 1) is { } speaker ? speaker with { Cue = cue } : null;
    }

    /// <summary>元総経理は言う。「…」 — a sentence that tells of nothing but that somebody speaks.</summary>
    Attribution? FindTelling(string text, string masked, int start, int end)
    {
        int cue = end - _words.Cues.LengthEndingAt(masked, end, start);
        if (cue == end || _subjects.FindTopic(text, masked, start, cue) is not { } speaker || cue - speaker.Named.End is not (> 0 and <= LongestManner))
            return null;
        bool isTold = masked.AsSpan(speaker.Named.End, cue - speaker.Named.End).IndexOfAny('と', 'を') >= 0;
        return isTold ? null : speaker with { Cue = TextSpan.Between(cue, end) };
    }

    /// <summary>陳さんは来日十年目。「…」 — whom the sentence before is about.</summary>
    Attribution? FindInSentenceBefore(string text, HanSentences sentences, int start, bool allowsBody = false)
    {
        if (start == 0 || sentences.Text[start - 1] is not '。')
            return null;
        int before = sentences.StartOf(start - 1);
        bool isQuoting = HoldsSpeech(sentences.Text.AsSpan(before, start - before));
        if (!isQuoting && _followers.FindNominalized(text, sentences.Text, before, start - 1) is { } asked && JapaneseFollowers.IsPerson(asked))
            return asked;
        return !isQuoting && _subjects.FindTopic(text, sentences.Text, before, start - 1) is { } topic && (JapaneseFollowers.IsPerson(topic) || (allowsBody && topic.Kind == NamingKind.Name)) ? topic : null;
    }

    /// <summary>NPO法人「つながる介護」の羽生田さんは: a name in marks is no speech.</summary>
    static bool HoldsSpeech(ReadOnlySpan<char> sentence)
    {
        while (sentence.IndexOf(HanSentences.BlankMark) is >= 0 and var blank)
        {
            sentence = sentence[blank..].TrimStart(HanSentences.BlankMark);
            if (sentence is not ['の', ..])
                return true;
        }
        return false;
    }

    /// <summary>「…」と述べた: the first reporting verb after the words, within the sentence; と (or との, など) must join it to them. Without one that is known, what follows と is the predicate.</summary>
    TextSpan? FindCue(string masked, int from, int end)
    {
        int i = from;
        while (i < end && (masked[i] is '、' or '。' or '，' || JapaneseFollowers.IsDash(masked[i]) || HanSentences.IsBlank(masked[i])))
            i++;
        if (i < end && masked[i] is '(' or '（' && masked.IndexOfAny([')', '）'], i, end - i) is > 0 and var close)
            i = close + 1;
        // 「…」が口癖だ, 「…」にとどめた, 「…」を表明した, 「…」よう求めた: directly, or something else is told.
        if (i < end && masked[i] is 'が' or 'に' or 'を' or 'よ')
            return _words.LengthOfCue(masked, i, end) is > 0 and var saying ? TextSpan.Between(masked[i] is 'を' ? i + 1 : i, i + saying) : null;
        if (_words.LengthOfCue(masked, i, end) == 0 && _followers.LengthOfVoice(masked, i, end) > 0)
            return TextSpan.Between(i, EndOfClause(masked, i, end));
        if (i >= end || masked[i] is not ('と' or 'な' or 'っ' or 'も' or 'だ' or 'こ') || _words.NotNames.LengthAt(masked, i, end) > 0 || _followers.IsTitle(masked, i, end))
            return null;
        if (_words.FindCue(masked, i, NextTopic(masked, i, end)) is { } cue)
            return cue;
        int join = masked.AsSpan(i, Math.Min(LongestJoint, end - i)).IndexOf('と');
        return join >= 0 && join + i + 1 < end && masked.AsSpan(i, join).IndexOfAnyExcept("などだ") < 0 ? TextSpan.Between(i + join, EndOfClause(masked, i, end)) : null;
    }

    /// <summary>新聞は、高官が「…」と語ったと伝えた: a second verb of saying, of whoever tells of the first.</summary>
    bool IsCited(string masked, TextSpan cue, int end)
    {
        int length = _words.LengthOfCue(masked, cue.Start, end);
        int next = cue.Start + length;
        return length > 0 && next + 1 < end && masked[next] == 'と' && _words.Cues.LengthAt(masked, next + 1, end) > 0;
    }

    bool IsKnown(string masked, TextSpan cue) => _words.LengthOfCue(masked, cue.Start, cue.End) == cue.Length;

    /// <summary>Where the next quotation of the sentence begins: its verb is not that of this one.</summary>
    static int NextTopic(string masked, int from, int end)
    {
        int blank = masked.AsSpan(from, end - from).IndexOf(HanSentences.BlankMark);
        return blank < 0 ? end : from + blank;
    }

    static int EndOfClause(string masked, int from, int end)
    {
        int i = from + 1;
        while (i < end && masked[i] is not ('、' or '，') && !HanSentences.IsBlank(masked[i]))
            i++;
        return i;
    }

    /// <summary>「…」。田中氏はこう述べた。</summary>
    TextSpan? FindCueOfNextSentence(HanSentences sentences, Quotation quotation)
    {
        int from = JapaneseFollowers.BehindDashes(sentences.Text, quotation.Outer.End);
        if (from >= sentences.Text.Length || sentences.Text[from] is not ('。' or '、'))
            return null;
        int end = sentences.EndOf(from + 1);
        return _followers.FindCueBehindAnaphor(sentences.Text, from, end);
    }

    /// <summary>The sentence ends with the quotation: 田中氏は「…」。</summary>
    static bool IsComplete(string masked, Quotation quotation) =>
        JapaneseFollowers.BehindDashes(masked, quotation.Outer.End) is var end && (end >= masked.Length || masked[end] is '。' or '\n');

    /// <summary>「もう無理だ」。 — nothing else is said in the sentence.</summary>
    static bool IsSentence(string text, Quotation quotation) =>
        (quotation.Outer.Start == 0 || text[quotation.Outer.Start - 1] is '。' or '\n' or '」') && (quotation.Outer.End >= text.Length || text[quotation.Outer.End] is '。' or '\n');

    /// <summary>A paragraph that is nothing but the quotation: an answer, a message.</summary>
    static bool IsParagraph(string text, Quotation quotation) =>
        text.AsSpan(0, quotation.Outer.Start).TrimEnd(" \u3000") is [.., '\n'] && (quotation.Outer.End >= text.Length || text[quotation.Outer.End] == '\n');
}
