using System.Collections.Immutable;
using System.Text.RegularExpressions;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds where and when a report was filed, as its first line begins with it: 新华社东京9月15日电（记者…）.</summary>
sealed class Datelines(LanguageRules rules)
{
    /// <summary>A dateline stands within the first line; a longer one is a sentence.</summary>
    const int MaxLength = 120;

    readonly ImmutableArray<Regex> _patterns = [.. rules.Datelines.Select(pattern => new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant))];

    /// <summary>Where the text proper begins: after the dateline, or 0.</summary>
    public int FindEnd(string text) => FindEnd(text, 0);

    /// <summary>How long the dateline is that a paragraph begins with; 0 when it begins with none.</summary>
    public int FindEnd(string text, int paragraph)
    {
        string start = text[paragraph..Math.Min(text.Length, paragraph + MaxLength)].Split('\n')[0];
        return _patterns.Select(pattern => pattern.Match(start)).Where(match => match.Success).Select(match => match.Length).DefaultIfEmpty(0).Max();
    }
}
