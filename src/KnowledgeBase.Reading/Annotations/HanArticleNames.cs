using KnowledgeBase.Articles;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>The names one Chinese or Japanese article introduces beside a post or an honorific.</summary>
sealed class HanArticleNames : IArticleNames
{
    /// <summary>A full name in Han characters has three or more, but for short ones that a post introduces.</summary>
    const int LongestName = 8;

    /// <summary>Names introduced by 社長：田中太郎 have no more, and the name of a body that 同局 stands for has as many at the least.</summary>
    const int LongestFullName = 5, LeastBody = 2;

    /// <summary>So far back a body is looked for, and so long its name is at most (guesses).</summary>
    const int MaxBack = 600, LongestBody = 24;

    readonly HanWords _words;
    readonly ChineseNames _names;
    readonly string _text;
    readonly string _folded;
    readonly Func<int, Attribution?>? _readEndingAt;
    readonly List<(string Name, string Post, int Position, int NameAt)> _people = [];
    readonly Dictionary<string, Introduction> _introductions = new(StringComparer.Ordinal);

    /// <param name="words">The words of the language.</param>
    /// <param name="text">The article.</param>
    /// <param name="readEndingAt">Reads who is described up to a position; null where names are told by family names.</param>
    public HanArticleNames(HanWords words, string text, Func<int, Attribution?>? readEndingAt = null)
    {
        (_words, _text, _names, _readEndingAt) = (words, text, new(words), readEndingAt);
        string folded = _folded = words.Fold(text);
        var description = new SpeakerDescription(words);
        for (int i = 0; i < text.Length; i++)
        {
            if (words.Posts.LengthAt(folded, i, text.Length) is > 0 and var post)
            {
                Collect(description, folded, i, i + post);
                i += post - 1;
            }
            else if (words.Honorifics.LengthAt(folded, i, text.Length) is > 0 and var honorific)
                Collect(description, folded, i, i + honorific);
            else if (words.NameHeads.LengthAt(folded, i, text.Length) is > 0 and var head && _names.EndOf(folded, i + head, text.Length, isIntroduced: true) is var end && end > i + head + 1 && words.Surnames.LengthAt(folded, i + head, end) > 0 && words.Honorifics.LengthEndingAt(folded, end, i + head) == 0)
                _people.Add((text[(i + head)..end], "", i, i + head));
        }
    }

    /// <summary>The first person the article introduces; null when it introduces nobody.</summary>
    public Attribution? FindFirst() => _people.Count == 0 ? null : new(NamingKind.Name, new(_people[0].NameAt, _people[0].Name.Length), null) { BareName = _people[0].Name };

    /// <summary>The names themselves.</summary>
    public IReadOnlySet<string> Names => _people.Select(person => person.Name).ToHashSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string? Resolve(Attribution attribution, string? lastSpeaker)
    {
        int position = attribution.Named.Start;
        if (attribution is { Kind: NamingKind.Pronoun, Antecedent: { } antecedent })
            return FullNameOf(antecedent, position);
        if (attribution.Kind == NamingKind.Pronoun)
            return lastSpeaker is not null && _people.Any(person => person.Name == lastSpeaker) ? lastSpeaker : (LastBefore(position) is { } last ? FullNameOf(last, position) : lastSpeaker) ?? _people.FirstOrDefault().Name;
        if (attribution.Kind == NamingKind.Noun)
            return HolderOf(attribution.Post, position) ?? FindLastBody(attribution.Named, lastSpeaker);
        return FindBody(attribution.Named) ?? FullNameOf(attribution.BareName ?? attribution.Named.In(_text), position);
    }

    /// <summary>青島市商務局によると…。同局は…: the nearest name before that ends as the naming does; null where the naming is no such word, or none stands there.</summary>
    string? FindBody(TextSpan named)
    {
        string kind = named.In(_folded)[1..];
        if (_words.HasSurnames || _folded[named.Start] != '同' || kind.Length == 0 || _words.OrganizationEndings.LengthEndingAt(_folded, named.End, named.Start + 1) != kind.Length)
            return null;
        int first = Math.Max(0, named.Start - MaxBack);
        for (int at = named.Start; at > first && (at = _folded.LastIndexOf(kind, at - 1, at - first, StringComparison.Ordinal)) >= 0;)
        {
            int start = at;
            while (start > first && at - start < LongestBody && IsBodyCharacter(_folded[start - 1]))
                start--;
            if (at - start >= LeastBody && _folded[start] != '同' && !IsBodyCharacter(_folded[at + kind.Length]))
                return _text[start..(at + kind.Length)];
        }
        return null;
    }

    /// <summary>港湾协会表示，…。该协会认为，…: the body that has spoken last, where its name ends so, or tells not what it is (该行); null else.</summary>
    string? FindLastBody(TextSpan named, string? lastSpeaker)
    {
        string words = named.In(_folded);
        if (!_words.HasSurnames || lastSpeaker is null || words is not ['该', .. { } kind] || _people.Any(person => person.Name == lastSpeaker))
            return null;
        string last = _words.Fold(lastSpeaker);
        bool isNameless = _words.OrganizationEndings.LengthEndingAt(last, last.Length, 0) == 0 && _words.Companies.Contains(kind);
        return isNameless || last.EndsWith(kind, StringComparison.Ordinal) ? lastSpeaker : null;
    }

    static bool IsBodyCharacter(char c) => (FoldedText.IsHanOrKana(c) && !FoldedText.IsHiragana(c)) || FoldedText.IsAlphabetic(c) || c is '·';

    string FullNameOf(string name, int position) =>
        _people.LastOrDefault(person => person.Position <= position && IsFullFormOf(person.Name, name)).Name
        ?? _people.FirstOrDefault(person => IsFullFormOf(person.Name, name)).Name
        ?? FindLonger(name, position)
        ?? FindDotted(name, position)
        ?? FindCalled(name)
        ?? name;

    /// <summary>克劳斯 is 萨比娜·克劳斯, where that name stands before; null else.</summary>
    string? FindDotted(string name, int position)
    {
        int dot = _words.HasSurnames && name.Length > 1 && position > 0 ? _text.LastIndexOf('·' + name, position - 1, Math.Min(position, MaxBack), StringComparison.Ordinal) : -1;
        int start = dot;
        while (start > 0 && dot - start < LongestName && (_words.Transcriptions.Contains(_folded[start - 1]) || (_folded[start - 1] == '·' && start < dot)))
            start--;
        return start < dot ? _text[start..(dot + 1 + name.Length)] : null;
    }

    /// <summary>陶阿姨 is 陶桂兰, where nobody else in the text has that family name; null else.</summary>
    string? FindCalled(string name)
    {
        string folded = _words.Fold(name);
        bool isCalled = folded.Length > 2 && _words.Honorifics.LengthEndingAt(folded, folded.Length, 1) == folded.Length - 1 && _words.Surnames.LengthAt(folded, 0, 1) == 1;
        string[] namesakes = isCalled ? [.. _people.Select(person => person.Name).Where(full => full[0] == name[0] && !name.StartsWith(full, StringComparison.Ordinal)).Distinct()] : [];
        return namesakes is [{ Length: 2 or 3 } only] ? only : null;
    }

    /// <summary>茶商望月茂树正忙着泡茶: the first place of a family name, where it is longer; null when it is not.</summary>
    string? FindLonger(string name, int position)
    {
        int first = _words.HasSurnames ? _text.IndexOf(name, StringComparison.Ordinal) : -1;
        if (first < 0 || first >= position || _words.Surnames.LengthAt(_folded, first, _folded.Length) is not (> 1 and var surname) || surname != name.Length)
            return null;
        int end = _names.EndOf(_folded, first, _folded.Length, isIntroduced: false);
        return end > first + name.Length && _names.IsBoundary(_folded, end, _folded.Length) && _words.Honorifics.LengthEndingAt(_folded, end, first) == 0 ? _text[first..end] : null;
    }

    void Collect(SpeakerDescription description, string folded, int start, int end)
    {
        int before = SpeakerDescription.BeforeReading(folded, Math.Max(0, start - 2 * LongestName), start);
        while (before > 0 && start - before < 2 * LongestName && (FoldedText.IsHanOrKana(folded[before - 1]) || folded[before - 1] is '·') && !IsBoundary(folded[before - 1]) && !EndsVerb(folded, before, start))
            before--;
        if (description.Read(_text, folded, before, end) is { Kind: NamingKind.Name, BareName: { } preceding } && (preceding.Length <= LongestName || preceding.Contains('・')))
        {
            bool isNew = _readEndingAt is not null && FindIntroduction(preceding) is null;
            _people.Add((preceding, _text[start..end], start, start - preceding.Length));
            // 創業者の譚子墨氏
            if (isNew && _readEndingAt!(end) is { Post: { } post } described && described.BareName == preceding)
                _introductions.TryAdd(preceding, new(post, described.Organization, -1));
            // 神戸市の田中市長
            int owner = start - preceding.Length;
            Introduce(preceding, start, end, owner > 0 && folded[owner - 1] == 'の' ? owner - 1 : owner);
        }
        if (!_words.HasSurnames && end < folded.Length && folded[end] is ':' or ' ' && EndOfFullName(folded, end + 1) is var last && last > end + 1)
            _people.Add((_text[(end + 1)..last], _text[start..end], start, end + 1));
        if (_words.HasSurnames && _names.EndOf(folded, end, folded.Length, isIntroduced: _words.Honorifics.LengthEndingAt(folded, end, start) == 0) is var nameEnd
            && nameEnd > end && _names.IsEnd(folded, end, nameEnd, folded.Length))
        {
            string name = _text[end..(nameEnd - _words.Honorifics.LengthEndingAt(folded, nameEnd, end))];
            _people.Add((name, _text[start..end], end, end));
            Introduce(name, start, end, start);
        }
    }

    void Introduce(string name, int postStart, int postEnd, int ownerEnd)
    {
        if (_words.Posts.LengthAt(_folded, postStart, postEnd) == postEnd - postStart)
            _introductions.TryAdd(name, new(_text[postStart..postEnd], null, ownerEnd));
    }

    /// <inheritdoc/>
    public Introduction? FindIntroduction(string name) => _introductions.TryGetValue(name, out Introduction found) ? found : null;

    /// <summary>代表取締役：岡部徹）, a name in Han characters alone between marks; the start where there is none.</summary>
    static int EndOfFullName(string folded, int start)
    {
        int end = start;
        while (end < folded.Length && FoldedText.IsHanOrKana(folded[end]) && end - start <= LongestFullName)
            end++;
        bool isName = end - start is >= 3 and <= LongestFullName && folded.AsSpan(start, end - start).IndexOfAnyExceptInRange('\u3400', '\u9fff') < 0;
        return isName && end < folded.Length && folded[end] is ')' or '、' or '\n' or ',' ? end : start;
    }

    /// <summary>店を営む吉田さん: a verb before the name belongs to what describes her; 堤つる子 goes on with one character only.</summary>
    bool EndsVerb(string folded, int before, int end) =>
        !_words.HasSurnames && end - before > 1 && folded[before - 1] is 'た' or 'る' or 'む' or 'う' or 'ぶ' or 'つ' or 'く' or 'す' && !FoldedText.IsHiragana(folded[before]);

    static bool IsBoundary(char c) => c is 'の' or 'は' or 'が' or 'を' or 'に' or 'で' or 'と' or 'も' or 'や' or '的' or '在' or '对' or '说' or '称';

    /// <summary>田中太郎 is a full form of 田中; 田中 is none of 田. 约翰·史密斯 is one of 史密斯.</summary>
    static bool IsFullFormOf(string candidate, string name) =>
        candidate.Length > name.Length && name.Length > 0 && (candidate.StartsWith(name, StringComparison.Ordinal) || (candidate.EndsWith(name, StringComparison.Ordinal) && candidate[^(name.Length + 1)] is '·' or '・'));

    string? LastBefore(int position) => _people.LastOrDefault(person => person.Position < position).Name;

    string? HolderOf(string? post, int position) =>
        post is null ? null : _people.LastOrDefault(person => person.Position < position && person.Post.Length > 1 && (person.Post == post || person.Post.EndsWith(post, StringComparison.Ordinal))).Name;
}
