namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds where a name ends and the post behind it begins, where the list of posts knows only the end of it.</summary>
sealed class PostBounds(HanWords words)
{
    /// <summary>経済産業 + 局長: where the fields of a post begin.</summary>
    public int StartOfScopes(string folded, int start, int postStart)
    {
        while (words.PostScopes.LengthEndingAt(folded, postStart, start) is > 0 and var length)
            postStart -= length;
        return postStart;
    }

    /// <summary>中川路子チーフマーケットストラテジスト: a post in katakana begins where the katakana begins, behind a name in Han characters.</summary>
    public int StartOfKatakana(string folded, int start, int postStart)
    {
        int at = postStart;
        while (at > start && FoldedText.IsKatakana(folded[at - 1]) && FoldedText.IsKatakana(folded[postStart]))
            at--;
        int name = at;
        while (name > start && at - name <= SpeakerDescription.LongestHanName && SpeakerDescription.IsAllHan(folded, name - 1, name))
            name--;
        bool isName = at < postStart && at - name is >= 2 and <= SpeakerDescription.LongestHanName && (name == start || folded[name - 1] == 'の') && words.OrganizationEndings.LengthEndingAt(folded, postStart, at) == 0;
        return !words.HasSurnames && isName ? at : postStart;
    }

    /// <summary>マリア・サントス西太平洋地域事務局長, トランプ米大統領: what follows a name in katakana belongs to the post, unless it is an organisation (ソニー・ピクチャーズ日本法人社長).</summary>
    public int EndOfForeignName(string folded, int start, int postStart)
    {
        int end = postStart;
        while (end > start && folded[end - 1] is >= '\u3400' and <= '\u9fff')
            end--;
        int name = end;
        while (name > start && (FoldedText.IsKatakana(folded[name - 1]) || folded[name - 1] == '·'))
            name--;
        bool isName = !words.HasSurnames && end < postStart && (folded.AsSpan(name, end - name).Contains('·') || (end - name > 1 && words.PostNations.LengthAt(folded, end, postStart) == postStart - end)) && (name == start || folded[name - 1] == 'の');
        return isName && words.OrganizationEndings.LengthEndingAt(folded, postStart, end) == 0 ? end : postStart;
    }
}
