using KnowledgeBase.Articles;

namespace KnowledgeBase.Reading.Tests.Annotations;

/// <summary>One example of a language's specification: a text and what is expected of it.</summary>
sealed record Spec(Language Language, string Rule, int Line, string Headline, string Text, IReadOnlyList<(string Key, string Value)> Expectations)
{
    public override string ToString() => $"{Language.Code}.md:{Line} {Rule}";

    /// <summary>Reads a specification: <c>###</c> is a rule, a block quote its text, a list its expectations.</summary>
    public static IEnumerable<Spec> Read(Language language, string file)
    {
        string rule = "";
        int line = 0, ruleLine = 0;
        List<string> text = [];
        List<(string Key, string Value)> expectations = [];
        foreach (string written in File.ReadLines(file).Append("### "))
        {
            line++;
            if (written.StartsWith("### ", StringComparison.Ordinal))
            {
                if (expectations.Count > 0)
                    yield return Build(language, rule, ruleLine, text, expectations);
                (rule, ruleLine, text, expectations) = (written[4..], line, [], []);
            }
            else if (written.StartsWith('>'))
                text.Add(written[1..].TrimStart());
            else if (written.StartsWith("- ", StringComparison.Ordinal) && rule.Length > 0)
                expectations.Add(KeyAndValue(written[2..], line));
        }
    }

    static Spec Build(Language language, string rule, int line, List<string> text, List<(string Key, string Value)> expectations) => new(
        language, rule, line,
        expectations.FirstOrDefault(pair => pair.Key == "headline").Value ?? "",
        string.Join('\n', text).Trim(),
        [.. expectations.Where(pair => pair.Key != "headline")]);

    static (string Key, string Value) KeyAndValue(string item, int line)
    {
        int colon = item.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 ? (item[..colon].Trim(), item[(colon + 1)..].Trim()) : throw new FormatException($"Line {line}: an expectation is written '- key: value'.");
    }
}
