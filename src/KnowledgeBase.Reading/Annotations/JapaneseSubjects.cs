using System.Buffers;
using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds who a Japanese sentence is about: the words before は, も or が, or before によると.</summary>
sealed class JapaneseSubjects(HanWords words, ImmutableArray<SourceMark> sources, HanVariants variants)
{
    /// <summary>は after these is not the topic mark of a speaker: では, には, とは, ては.</summary>
    const string BeforeOtherWa = "でにとへりて";

    /// <summary>What stands between a circumstance and a speaker: 会談で習主席は.</summary>
    static readonly SearchValues<char> Particles = SearchValues.Create("でにをはがともへ");

    /// <summary>A longer topic is a clause (a guess).</summary>
    const int LongestNoun = 20;

    /// <summary>What may join a post to the name behind it.</summary>
    readonly ImmutableArray<string> _joints = [.. new[] { "である", "を務める", "を務めた", "で", "の", "、", "・" }.Select(joint => FoldedText.Of(joint, variants))];

    /// <summary>保護者からは · 専門家の間では</summary>
    readonly ImmutableArray<string> _origins = [.. new[] { "内から", "から", "の間で", "内で", "内に", "の言葉に", "の表情", "の口調" }.Select(origin => FoldedText.Of(origin, variants))];

    readonly string _remark = FoldedText.Of("の話", variants);

    /// <summary>Verbs end on these: 会長を務める寺田さん.</summary>
    const string VerbEndings = "たるむだくすうぶつ";

    readonly SpeakerDescription _description = new(words);
    readonly ImmutableArray<string> _sourceMarks = [.. sources.Select(mark => FoldedText.Of(mark.After, variants)).Where(mark => mark.Length > 0)];

    /// <summary>The first speaker before は, else before も or が; else, where anything may speak, the noun there.</summary>
    public Attribution? FindTopic(string text, string masked, int start, int end, bool isAnything = false)
    {
        if ((FindBefore(text, masked, start, end, 'は', ReadEndingAt) ?? FindText(text, masked, start, end)) is { } first)
            return first;
        foreach (char mark in (ReadOnlySpan<char>)['も', 'が'])
        {
            if (FindBefore(text, masked, start, end, mark, ReadEndingAt) is { } topic)
                return topic;
        }
        return isAnything ? FindBefore(text, masked, start, end, 'は', ReadNoun) ?? FindBefore(text, masked, start, end, 'が', ReadNoun) : null;
    }

    /// <summary>白書は、デジタル化が…としている: the text that a sentence begins with.</summary>
    public Attribution? FindText(string text, string masked, int start, int end) =>
        FindBefore(text, masked, start, end, 'は', (all, folded, from, to) => ReadNoun(all, folded, from, to) ?? ReadNoun(all, folded, BehindVerb(folded, from, to), to)) is { } noun && words.IsText(masked, noun.Named) ? noun : null;

    /// <summary>中国は…と反発した: a state, where no one else is found to speak.</summary>
    public Attribution? FindState(string masked, int start, int end)
    {
        for (int i = start + 1; i < end; i++)
        {
            if (masked[i] is not ('は' or 'も' or 'が') || words.States.LengthEndingAt(masked, i, start) is not (> 0 and var state))
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
        int at = end > start ? masked.LastIndexOf('が', end - 1, end - start) : -1;
        return at > start && masked.IndexOf('は', at, end - at) < 0 ? ReadEndingAt(text, masked, start, at) ?? ReadNoun(text, masked, start, at) : null;
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
    static int BehindVerb(string masked, int start, int end)
    {
        for (int i = end - 2; i > start; i--)
        {
            if (VerbEndings.Contains(masked[i]) && !FoldedText.IsHiragana(masked[i + 1]))
                return i + 1;
        }
        return start;
    }

    /// <summary>田中氏「…」 · 田中氏：「…」 · 田中教授の話「…」</summary>
    public Attribution? FindLabel(string text, string masked, int start, int end)
    {
        int labelEnd = end > start && masked[end - 1] is ':' or '：' ? end - 1 : end;
        if (labelEnd - start > 3 && masked.AsSpan(start, labelEnd - start).EndsWith(_remark))
            labelEnd -= _remark.Length;
        return labelEnd - start is > 1 and <= 40 ? ReadEndingAt(text, masked, start, labelEnd) : null;
    }

    /// <summary>出席議員から「…」との声が相次いだ。</summary>
    public Attribution? FindOrigin(string text, string masked, int start, int end)
    {
        string origin = _origins.FirstOrDefault(from => masked.AsSpan(start, end - start).EndsWith(from)) ?? "";
        return origin.Length == 0 ? null : ReadEndingAt(text, masked, start, end - origin.Length) ?? ReadNoun(text, masked, start, end - origin.Length);
    }

    /// <summary>「…」（田中氏） · 「…」と田中氏。</summary>
    public Attribution? Read(string text, string masked, int start, int end) => ReadEndingAt(text, masked, start, end);

    /// <summary>「…」（大手電機）: anything in parentheses.</summary>
    public Attribution? ReadNoun(string text, string masked, int start, int end)
    {
        int i = StartOfChunk(masked, start, end);
        (i, end) = _description.Trim(masked, i, end);
        bool isNoun = end - i is >= 2 and <= LongestNoun && words.NotNames.LengthAt(masked, i, end) < end - i && words.NotNames.LengthEndingAt(masked, end, i) == 0 && FoldedText.IsHanOrKana(masked[end - 1])
            && masked.AsSpan(i, end - i).IndexOfAny(Particles) < 0 && masked[end - 1] is not ('て' or 'り' or 'で' or 'に' or 'と' or 'し' or 'る' or 'た');
        return isNoun ? new(NamingKind.Noun, TextSpan.Between(i, end), null) : null;
    }

    delegate Attribution? Reading(string text, string masked, int start, int end);

    Attribution? FindBefore(string text, string masked, int start, int end, char mark, Reading read)
    {
        if (start < end && masked[start] == 'と')
            start++;
        for (int i = start + 1; i < end; i++)
        {
            if (masked[i] != mark)
                continue;
            if (mark == 'は' && masked[i - 1] is 'に' or 'で' && words.SpeakingNouns.LengthEndingAt(masked, i - 1, start) > 0 && ReadNoun(text, masked, start, i - 1) is { } document)
                return document;
            string origin = mark == 'は' ? _origins.FirstOrDefault(from => masked.AsSpan(start, i - start).EndsWith(from)) ?? "" : "";
            if ((origin.Length > 0 || !BeforeOtherWa.Contains(masked[i - 1])) && read(text, masked, start, i - origin.Length) is { } topic)
                return topic;
        }
        return null;
    }

    /// <summary>The description that begins after the last comma; with a post before that comma, where it is only a name.</summary>
    Attribution? ReadEndingAt(string text, string masked, int start, int end)
    {
        end = BeforeRemark(masked, start, end);
        int i = StartOfChunk(masked, start, end);
        Attribution? found = _description.Read(text, masked, i, end);
        for (int cut = i; found is not { Kind: NamingKind.Name or NamingKind.Pronoun } && cut < end; cut++)
        {
            if (Particles.Contains(masked[cut]) && _description.Read(text, masked, cut + 1, end) is { Kind: NamingKind.Name or NamingKind.Pronoun } shorter)
                found = shorter;
        }
        return found is { Kind: NamingKind.Name } name ? WithPostBefore(WithoutVerb(name, text, masked), text, masked, start) : found;
    }

    /// <summary>鋳物工場を継いだ阪口大輔さん: a verb before the name belongs to what describes him.</summary>
    static Attribution WithoutVerb(Attribution name, string text, string masked)
    {
        for (int i = name.Named.End - 2; i > name.Named.Start; i--)
        {
            if (VerbEndings.Contains(masked[i]) && !FoldedText.IsHiragana(masked[i + 1]) && name.BareName is { } bare && bare.Length > i + 1 - name.Named.Start)
                return name with { Named = TextSpan.Between(i + 1, name.Named.End), BareName = bare[(i + 1 - name.Named.Start)..] };
        }
        return name;
    }

    /// <summary>上海市政府の担当責任者、呂静波氏 · 創業者である唐志遠氏 · 会長を務める寺田秀明さん</summary>
    Attribution WithPostBefore(Attribution name, string text, string masked, int start)
    {
        if (name.Post is not null)
            return name with { Organization = WithoutClause(name.Organization) };
        int end = name.Named.Start;
        foreach (string joint in _joints)
        {
            if (end - start > joint.Length && masked.AsSpan(start, end - start).EndsWith(joint) && words.Posts.LengthEndingAt(masked, end - joint.Length, start) is > 0 and var post)
            {
                int postEnd = end - joint.Length;
                string? organization = _description.OrganizationIn(text, StartOfChunk(masked, start, postEnd), postEnd - post);
                return name with { Post = text[(postEnd - post)..postEnd], Organization = WithoutClause(organization) };
            }
        }
        return name with { Organization = WithoutClause(name.Organization) };
    }

    /// <summary>フォーラムで登壇した三崎海運: what a verb ends is no part of an organisation's name.</summary>
    static string? WithoutClause(string? organization)
    {
        if (organization is [.., var last] && VerbEndings.Contains(last))
        {
            int particle = organization.IndexOfAny(['で', 'に', 'を']);
            return particle > 1 ? organization[..particle] : null;
        }
        for (int i = (organization?.Length ?? 0) - 2; i > 1; i--)
        {
            bool isVerb = organization![i] is 'た' or 'る' or 'む' or 'う' or 'だ' or 'で' or 'に' or 'を' && !FoldedText.IsHiragana(organization[i + 1]);
            if (isVerb || (organization[i] == 'の' && organization[i - 1] == '中'))
                return organization[(i + 1)..];
        }
        return organization;
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
