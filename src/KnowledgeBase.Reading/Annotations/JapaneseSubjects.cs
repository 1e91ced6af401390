using System.Buffers;
using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds who a Japanese sentence is about: the words before は, も or が, or before によると.</summary>
sealed class JapaneseSubjects(HanWords words, LanguageRules rules, HanVariants variants)
{
    readonly string _topicMarks = string.Concat(rules.TopicMarks);
    readonly string _alsoMarks = string.Concat(rules.AlsoMarks);
    readonly string _subjectMarks = string.Concat(rules.SubjectMarks);
    readonly string _notTopics = string.Concat(rules.NotTopics);
    readonly SearchValues<char> _particles = SearchValues.Create(string.Concat(rules.CaseParticles));
    readonly string _verbEndings = string.Concat(rules.VerbEndings);
    readonly string _objectMarks = string.Concat(rules.Speech.ObjectMarks);
    readonly string _notNounEndings = string.Concat(rules.Speech.NotNounEndings);
    readonly JapaneseOwners _owners = new(words, rules, variants);

    /// <summary>が, and an adverb or a comma, stand between a speaker and the verb; more is a clause (a guess).</summary>
    const int LongestBehindSpeaker = 6;

    /// <summary>A longer topic is a clause (a guess).</summary>
    const int LongestNoun = 20;

    readonly ImmutableArray<string> _joints = [.. rules.PostJoints.Select(joint => FoldedText.Of(joint, variants))];

    readonly ImmutableArray<string> _origins = [.. rules.Origins.Select(origin => FoldedText.Of(origin, variants))];

    readonly WordList _remarks = new(rules.Remarks, variants);

    readonly SpeakerDescription _description = new(words);
    readonly ImmutableArray<string> _sourceMarks = [.. rules.SourceMarks.Select(mark => FoldedText.Of(mark.After, variants)).Where(mark => mark.Length > 0)];

    /// <summary>The first speaker before は, else before も or が; else, where anything may speak, the noun there.</summary>
    public Attribution? FindTopic(string text, string masked, int start, int end, bool isAnything = false)
    {
        if ((FindBefore(text, masked, start, end, _topicMarks, ReadEndingAt) ?? FindText(text, masked, start, end)) is { } first)
            return first;
        if (FindBefore(text, masked, start, end, _topicMarks, ReadBehindVerb) is { } described)
            return described;
        if ((FindBefore(text, masked, start, end, _alsoMarks, ReadEndingAt) ?? FindBefore(text, masked, start, end, _subjectMarks, ReadEndingAt)) is { } other && !IsWithinClause(masked, start, other.Named.End, end))
            return other;
        return isAnything ? FindBefore(text, masked, start, end, _topicMarks, ReadAnything) ?? FindBefore(text, masked, start, end, _subjectMarks, ReadAnything) : null;
    }

    /// <summary>経済紙は、企業が撤退していると報じた: behind the topic, and not directly before the verb of saying, acts of whom is told.</summary>
    bool IsWithinClause(string masked, int start, int speakerEnd, int end)
    {
        int topic = masked.AsSpan(start, speakerEnd - start).IndexOfAny(_topicMarks);
        return topic > 0 && !_notTopics.Contains(masked[start + topic - 1]) && end - speakerEnd > LongestBehindSpeaker;
    }

    /// <summary>白書は、デジタル化が…としている: the text that a sentence begins with.</summary>
    public Attribution? FindText(string text, string masked, int start, int end) =>
        FindBefore(text, masked, start, end, _topicMarks, (all, folded, from, to) => ReadNoun(all, folded, from, to) ?? ReadNoun(all, folded, BehindVerb(folded, from, to), to)) is { } noun && words.IsText(masked, noun.Named) ? noun : null;

    /// <summary>中国は…と反発した: a state, where no one else is found to speak.</summary>
    public Attribution? FindState(string masked, int start, int end)
    {
        for (int i = start + 1; i < end; i++)
        {
            if (!(_topicMarks.Contains(masked[i]) || _alsoMarks.Contains(masked[i]) || _subjectMarks.Contains(masked[i])) || words.States.LengthEndingAt(masked, i, start) is not (> 0 and var state))
                continue;
            (int begin, int last) = _description.Trim(masked, StartOfChunk(masked, start, i), i);
            if (begin == i - state && last == i)
                return new(NamingKind.Name, TextSpan.Between(begin, i), null);
        }
        return null;
    }

    /// <summary>新聞は、高官が「…」: who stands last before が, with nobody else before は between.</summary>
    public Attribution? FindNearest(string text, string masked, int start, int end)
    {
        int at = start + masked.AsSpan(start, end - start).LastIndexOfAny(_subjectMarks);
        return at > start && masked.AsSpan(at, end - at).IndexOfAny(_topicMarks) < 0 ? ReadEndingAt(text, masked, start, at) ?? ReadNoun(text, masked, start, at) : null;
    }

    /// <summary>通信社は、関係者の話として「…」: whose words somebody passes on.</summary>
    public Attribution? FindTold(string text, string masked, int start, int end)
    {
        foreach (string told in end > start ? words.ToldBy : [])
        {
            int length = masked[end - 1] == '、' ? told.Length : told.TrimEnd('、').Length;
            if (end - length <= start || !told.StartsWith(masked[(end - length)..end], StringComparison.Ordinal))
                continue;
            int topic = masked.AsSpan(start, end - length - start).LastIndexOfAny(_topicMarks);
            return ReadEndingAt(text, masked, start + topic + 1, end - length) ?? ReadNoun(text, masked, start + topic + 1, end - length);
        }
        return null;
    }

    /// <summary>田中氏によると、</summary>
    public Attribution? FindSource(string text, string masked, int start, int end)
    {
        foreach (string mark in _sourceMarks)
        {
            int at = masked.IndexOf(mark, start, end - start, StringComparison.Ordinal);
            if (at >= start && (ReadEndingAt(text, masked, start, at) ?? ReadNoun(text, masked, start, at) ?? ReadNoun(text, masked, BehindVerb(masked, start, at), at)) is { } source)
                return source with { Cue = new(at, mark.Length) };
        }
        return null;
    }

    /// <summary>How long the mark of a source is that stands at a position (によると); 0 where none does.</summary>
    public int LengthOfSource(string text, int at) => _sourceMarks.FirstOrDefault(mark => text.AsSpan(at).StartsWith(mark))?.Length ?? 0;

    /// <summary>財務省が発表した貿易統計: the verb and what stands before it describe the noun.</summary>
    int BehindVerb(string masked, int start, int end)
    {
        for (int i = end - 2; i > start; i--)
        {
            if (_verbEndings.Contains(masked[i]) && !FoldedText.IsHiragana(masked[i + 1]))
                return i + 1;
        }
        return start;
    }

    /// <summary>田中氏「…」 · 田中氏：「…」 · 田中教授の話「…」</summary>
    public Attribution? FindLabel(string text, string masked, int start, int end)
    {
        int labelEnd = end > start && masked[end - 1] is ':' or '：' ? end - 1 : end;
        if (labelEnd - start > 3)
            labelEnd -= _remarks.LengthEndingAt(masked, labelEnd, start);
        return labelEnd - start is > 1 and <= 40 ? ReadEndingAt(text, masked, start, labelEnd) : null;
    }

    /// <summary>出席議員から「…」との声が相次いだ。 · 出席議員からは「…」</summary>
    public Attribution? FindOrigin(string text, string masked, int start, int end)
    {
        end -= end > start && _topicMarks.Contains(masked[end - 1]) ? 1 : 0;
        string origin = _origins.FirstOrDefault(from => masked.AsSpan(start, end - start).EndsWith(from)) ?? "";
        return origin.Length == 0 ? null : ReadEndingAt(text, masked, start, end - origin.Length) ?? ReadNoun(text, masked, start, end - origin.Length);
    }

    /// <summary>「…」（田中氏） · 「…」と田中氏。</summary>
    public Attribution? Read(string text, string masked, int start, int end) => ReadEndingAt(text, masked, start, end);

    /// <summary>「…」（大手電機）: anything in parentheses.</summary>
    public Attribution? ReadNoun(string text, string masked, int start, int end, bool isAlone = false)
    {
        int i = StartOfChunk(masked, start, end);
        (i, end) = _description.Trim(masked, i, end);
        i += i < end && masked[i] == 'の' ? 1 : 0;
        bool isNoun = end - i is >= 2 and <= LongestNoun && words.NotNames.LengthAt(masked, i, end) < end - i && (isAlone || words.NotNames.LengthEndingAt(masked, end, i) == 0) && FoldedText.IsHanOrKana(masked[end - 1])
            && masked.AsSpan(i + 1, end - i - 1).IndexOfAny(_particles) < 0 && !_notNounEndings.Contains(masked[end - 1]);
        return isNoun ? new(NamingKind.Noun, TextSpan.Between(i, end), null) : null;
    }

    /// <summary>企業が集まる余杭区の通訳: who can speak, behind the clause that describes him.</summary>
    Attribution? ReadBehindVerb(string text, string masked, int start, int end)
    {
        int clause = BehindVerb(masked, start, end);
        return clause > start && ReadNoun(text, masked, clause, end) is { } noun && words.IsSpeaker(masked, noun.Named) ? noun : null;
    }

    Attribution? ReadAnything(string text, string masked, int start, int end) => ReadNoun(text, masked, start, end);

    delegate Attribution? Reading(string text, string masked, int start, int end);

    Attribution? FindBefore(string text, string masked, int start, int end, string marks, Reading read)
    {
        if (start < end && masked[start] == 'と')
            start++;
        for (int i = start + 1; i < end; i++)
        {
            if (!marks.Contains(masked[i]))
                continue;
            bool isTopic = _topicMarks.Contains(masked[i]);
            if (isTopic && masked[i - 1] is 'に' or 'で' && (words.SpeakingNouns.LengthEndingAt(masked, i - 1, start) > 0 || words.DocumentNouns.LengthEndingAt(masked, i - 1, start) > 0) && ReadNoun(text, masked, start, i - 1) is { } document)
                return document;
            string origin = isTopic ? _origins.FirstOrDefault(from => masked.AsSpan(start, i - start).EndsWith(from)) ?? "" : "";
            if ((origin.Length > 0 || !_notTopics.Contains(masked[i - 1])) && read(text, masked, start, i - origin.Length) is { } topic)
                return topic;
        }
        return null;
    }

    /// <summary>The description that begins after the last comma; with a post before that comma, where it is only a name.</summary>
    Attribution? ReadEndingAt(string text, string masked, int start, int end)
    {
        // 堀内文也部長ら
        if (end - start > 2 && masked[end - 1] == 'ら' && (words.Posts.LengthEndingAt(masked, end - 1, start) > 0 || words.Honorifics.LengthEndingAt(masked, end - 1, start) > 0))
            end--;
        int whole = end;
        end = BeforeRemark(masked, start, end);
        int i = StartOfChunk(masked, start, end);
        Attribution? found = _description.Read(text, masked, i, end);
        for (int cut = i; found is not { Kind: NamingKind.Name or NamingKind.Pronoun } && cut < end; cut++)
        {
            if (_particles.Contains(masked[cut]) && _description.Read(text, masked, cut + 1, end) is { Kind: NamingKind.Name or NamingKind.Pronoun } shorter)
                found = shorter;
        }
        found = found is { Kind: NamingKind.Name } name ? WithPostBefore(WithoutVerb(name, text, masked), text, masked, start)
            : found is null ? null : WithoutClause(found, masked) with { Organization = _owners.Clean(found.Organization) };
        // 長谷川隆弁護士（東都弁護士会）
        bool isOwned = found is { Organization: null, Post: not null } && whole > end && words.OrganizationEndings.LengthEndingAt(masked, whole - 1, end + 1) > 0;
        return isOwned ? found! with { Organization = text[(end + 1)..(whole - 1)] } : found;
    }

    /// <summary>企業が集まる余杭区の通訳: what a verb governs, and the verb, are no part of who is named.</summary>
    Attribution WithoutClause(Attribution noun, string masked)
    {
        int clause = noun.Kind == NamingKind.Noun ? BehindVerb(masked, noun.Named.Start, noun.Named.End) : noun.Named.Start;
        bool isClause = clause > noun.Named.Start && masked.AsSpan(noun.Named.Start, clause - noun.Named.Start).IndexOfAny(_particles) > 0;
        return isClause ? noun with { Named = TextSpan.Between(clause, noun.Named.End) } : noun;
    }

    /// <summary>鋳物工場を継いだ阪口大輔さん: a verb before the name belongs to what describes him.</summary>
    Attribution WithoutVerb(Attribution name, string text, string masked)
    {
        for (int i = name.Named.End - 2; i > name.Named.Start; i--)
        {
            bool isVerb = _verbEndings.Contains(masked[i]) && !FoldedText.IsHiragana(masked[i + 1]);
            // 岡山に本店を置く中国銀行; みちのく銀行 has nothing that a verb governs.
            if (isVerb && name.BareName is null && masked.AsSpan(name.Named.Start, i - name.Named.Start).IndexOfAny(_objectMarks) > 0)
                return name with { Named = TextSpan.Between(i + 1, name.Named.End) };
            if (isVerb && name.BareName is { } bare && bare.Length > i + 1 - name.Named.Start)
                return name with { Named = TextSpan.Between(i + 1, name.Named.End), BareName = bare[(i + 1 - name.Named.Start)..] };
        }
        return name;
    }

    /// <summary>上海市政府の担当責任者、呂静波氏 · 創業者である唐志遠氏 · 会長を務める寺田秀明さん</summary>
    Attribution WithPostBefore(Attribution name, string text, string masked, int start)
    {
        if (name.Post is not null)
            return name with { Organization = _owners.Clean(name.Organization) };
        int end = name.Named.Start;
        foreach (string joint in _joints)
        {
            if (end - start > joint.Length && masked.AsSpan(start, end - start).EndsWith(joint) && words.Posts.LengthEndingAt(masked, end - joint.Length, start) > 0)
            {
                int postEnd = end - joint.Length;
                int chunk = StartOfChunk(masked, start, postEnd);
                int post = _description.StartOfPosts(masked, chunk, postEnd);
                return name with { Post = text[post..postEnd], Organization = _owners.Clean(_description.OrganizationIn(text, chunk, post)) };
            }
        }
        return name with { Organization = _owners.Clean(name.Organization) };
    }

    /// <summary>早乙女智所長（開発経済学）: before what stands in parentheses.</summary>
    static int BeforeRemark(string masked, int start, int end)
    {
        int open = end > start && masked[end - 1] is ')' or '）' ? masked.AsSpan(start, end - start).LastIndexOfAny('(', '（') : -1;
        return open > 0 ? start + open : end;
    }

    static int StartOfChunk(string masked, int start, int end)
    {
        int i = end;
        while (i > start && masked[i - 1] is not ('、' or '，' or ',' or '\u25a1' or '「' or '」' or '】' or '\n'))
            i--;
        return i;
    }
}
