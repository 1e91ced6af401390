using System.Collections.Immutable;
using System.Text.RegularExpressions;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>The short names an article introduces in brackets after the full names of organisations: 日本贸易振兴机构（JETRO）, Japan External Trade Organization (JETRO), 中国机电产品进出口商会（以下简称“机电商会”）.</summary>
sealed partial class ShortNames
{
    readonly Dictionary<string, string> _full = new(StringComparer.Ordinal);

    ShortNames()
    {
    }

    /// <summary>Collects those of a body.</summary>
    /// <param name="mentions">Where the body names organisations.</param>
    /// <param name="body">The body.</param>
    public static ShortNames Of(ImmutableArray<Mention> mentions, string body)
    {
        var names = new ShortNames();
        foreach (Mention mention in mentions.Where(mention => mention.Kind == MentionKind.Organization))
        {
            Match match = Bracket().Match(body, mention.Span.End, Math.Min(LongestBracket, body.Length - mention.Span.End));
            if (match.Success && match.Groups["name"].Value.Trim() is { Length: > 1 } name && name.Length < mention.Span.Length)
                names._full.TryAdd(name, mention.Span.In(body));
        }
        return names;
    }

    const int LongestBracket = 40;

    /// <summary>Of two letters are the parts of which Chinese and Japanese names are put together.</summary>
    const int LeastPart = 2;

    /// <summary>True when a name is the beginning or end of a longer one, or in Chinese and Japanese a part of it, or two parts in their order: 恒泰精密 and 恒泰机械 of 苏州恒泰精密机械有限公司.</summary>
    /// <param name="full">The longer name.</param>
    /// <param name="name">The other one.</param>
    /// <param name="isPart">False for a position behind which the other one has nothing but a legal form: 恒泰集团 may own 恒泰精密集团.</param>
    public static bool IsShortFormOf(string full, string name, Func<int, bool> isPart)
    {
        if (name.Length < LeastPart || name.Length >= full.Length)
            return false;
        if (full.StartsWith(name, StringComparison.Ordinal) || full.EndsWith(name, StringComparison.Ordinal))
            return true;
        return name.All(FoldedText.IsHanOrKana) && (full.Contains(name, StringComparison.Ordinal) || Enumerable.Range(LeastPart, Math.Max(0, name.Length - (2 * LeastPart) + 1)).Any(cut => isPart(cut) && HoldsInOrder(full, name[..cut], name[cut..])));
    }

    static bool HoldsInOrder(string full, string first, string second) =>
        full.IndexOf(first, StringComparison.Ordinal) is >= 0 and var at && full.IndexOf(second, at + first.Length, StringComparison.Ordinal) >= 0;

    /// <summary>The quotes, where an organisation that is named by its short name has its full name as the speaker.</summary>
    public ImmutableArray<Quote> Resolve(ImmutableArray<Quote> quotes) =>
        _full.Count == 0 ? quotes : [.. quotes.Select(quote => quote.PersonId is null && quote.Speaker is { } speaker && _full.TryGetValue(speaker, out string? full) ? quote with { Speaker = full, SpeakerKind = SpeakerKind.Organization } : quote)];

    [GeneratedRegex("""\G\s?[（(](?:以下|下称|下稱|简称|簡稱|略称|通称|hereinafter|、|，|,|\s|称|稱|:|：|“|「|"|简称为|the)*(?<name>[^（()）“”「」"，、,;；]{2,20})[”」"]?[)）]""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Bracket();
}
