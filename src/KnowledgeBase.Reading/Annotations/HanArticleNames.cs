namespace KnowledgeBase.Reading.Annotations;

/// <summary>The names one Chinese or Japanese article introduces beside a post or an honorific.</summary>
sealed class HanArticleNames : IArticleNames
{
    /// <summary>A full name in Han characters has three or more, but for short ones that a post introduces.</summary>
    const int LongestName = 8;

    readonly HanWords _words;
    readonly string _text;
    readonly List<(string Name, string Post, int Position)> _people = [];

    public HanArticleNames(HanWords words, string text)
    {
        (_words, _text) = (words, text);
        string folded = words.Fold(text);
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
        }
    }

    /// <inheritdoc/>
    public string? Resolve(Attribution attribution, string? lastSpeaker)
    {
        int position = attribution.Named.Start;
        if (attribution.Kind == NamingKind.Pronoun)
            return lastSpeaker ?? LastBefore(position);
        if (attribution.Kind == NamingKind.Noun)
            return HolderOf(attribution.Post, position);
        string name = attribution.BareName ?? attribution.Named.In(_text);
        return _people.LastOrDefault(person => person.Position <= position && IsFullFormOf(person.Name, name)).Name
            ?? _people.FirstOrDefault(person => IsFullFormOf(person.Name, name)).Name
            ?? name;
    }

    void Collect(SpeakerDescription description, string folded, int start, int end)
    {
        int before = start;
        while (before > 0 && start - before < 2 * LongestName && (FoldedText.IsHanOrKana(folded[before - 1]) || folded[before - 1] is '·') && !IsBoundary(folded[before - 1]))
            before--;
        if (description.Read(_text, folded, before, end) is { Kind: NamingKind.Name, BareName: { } preceding } && preceding.Length <= LongestName)
            _people.Add((preceding, _text[start..end], start));
        int after = end;
        while (after < folded.Length && after - end < LongestName && (FoldedText.IsHanOrKana(folded[after]) || folded[after] is '·') && !IsBoundary(folded[after])
            && _words.Cues.LengthAt(folded, after, folded.Length) == 0 && _words.Adverbs.LengthAt(folded, after, folded.Length) == 0)
            after++;
        for (int length = Math.Min(4, after - end); length >= 2; length--)
        {
            if (_words.Surnames.LengthAt(folded, end, end + length) is > 0 and var surname && length > surname && length - surname <= 2)
            {
                _people.Add((_text.Substring(end, length), _text[start..end], end));
                break;
            }
        }
    }

    static bool IsBoundary(char c) => c is 'の' or 'は' or 'が' or 'を' or 'に' or 'で' or 'と' or 'も' or 'や' or '的' or '在' or '对' or '说' or '称';

    /// <summary>田中太郎 is a full form of 田中; 田中 is none of 田.</summary>
    static bool IsFullFormOf(string candidate, string name) =>
        candidate.Length > name.Length && candidate.StartsWith(name, StringComparison.Ordinal) && name.Length > 0;

    string? LastBefore(int position) => _people.LastOrDefault(person => person.Position < position).Name;

    string? HolderOf(string? post, int position) =>
        post is null ? null : _people.LastOrDefault(person => person.Position < position && person.Post.Length > 1 && (person.Post == post || person.Post.EndsWith(post, StringComparison.Ordinal))).Name;
}
