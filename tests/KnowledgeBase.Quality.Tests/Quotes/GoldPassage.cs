using System.Collections.Immutable;

namespace KnowledgeBase.Quality.Tests.Quotes;

/// <summary>A quotation as people marked it.</summary>
/// <param name="Start">Where its words begin.</param>
/// <param name="End">Where they end.</param>
/// <param name="Cue">The reporting verb; null when there is none.</param>
/// <param name="Named">The speaker as named beside it.</param>
/// <param name="Speaker">Who that is, by full name where the passage tells.</param>
/// <param name="Post">The post the text gives; null when it gives none.</param>
/// <param name="Organization">The organisation the text gives; null when it gives none.</param>
sealed record GoldQuote(int Start, int End, string? Cue, string Named, string Speaker, string? Post, string? Organization);

/// <summary>A passage with its quotations: <c>### name</c>, a block quote, a list of <c>words | cue | named=full name | post | organisation</c>.</summary>
sealed record GoldPassage(string Name, string Text, ImmutableArray<GoldQuote> Quotes)
{
    /// <summary>In the list, what stands between the first and the last words of a long quotation.</summary>
    const string Ellipsis = "..";

    public static IEnumerable<GoldPassage> Read(string file)
    {
        string name = "";
        List<string> text = [];
        List<string> items = [];
        foreach (string line in File.ReadLines(file).Append("### "))
        {
            if (line.StartsWith("### ", StringComparison.Ordinal))
            {
                if (items.Count > 0)
                    yield return Build(name, string.Join('\n', text).Trim(), items);
                (name, text, items) = (line[4..], [], []);
            }
            else if (line.StartsWith('>'))
                text.Add(line[1..].TrimStart());
            else if (line.StartsWith("- ", StringComparison.Ordinal) && text.Count > 0)
                items.Add(line[2..]);
        }
    }

    static GoldPassage Build(string name, string text, List<string> items)
    {
        var quotes = ImmutableArray.CreateBuilder<GoldQuote>();
        foreach (string item in items.Where(item => item != "quotes: 0"))
            quotes.Add(ReadQuote(name, text, item, quotes.Count == 0 ? 0 : quotes[^1].Start + 1));
        return new(name, text, quotes.ToImmutable());
    }

    static GoldQuote ReadQuote(string name, string text, string item, int from)
    {
        string?[] parts = [.. item.Split('|').Select(part => part.Trim() is var value && value is "-" or "" ? null : value)];
        string[] ends = parts[0]!.Split(Ellipsis);
        int start = text.IndexOf(ends[0], from, StringComparison.Ordinal);
        int last = start < 0 ? -1 : text.IndexOf(ends[^1], start + (ends.Length > 1 ? ends[0].Length : 0), StringComparison.Ordinal);
        if (last < 0)
            throw new FormatException($"{name}: the words '{parts[0]}' are not in the passage, or not in the order of the list.");
        string[] speaker = parts[2]!.Split('=');
        return new(start, last + ends[^1].Length, parts[1], speaker[0], speaker[^1], parts.ElementAtOrDefault(3), parts.ElementAtOrDefault(4));
    }
}
