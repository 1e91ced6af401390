using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Articles;
using YamlDotNet.RepresentationModel;

namespace KnowledgeBase.Editorial;

/// <summary>Reads one YAML mapping key by key and remembers every mistake with its line.</summary>
sealed class YamlEntry(YamlMappingNode node, string file, int lineOffset, List<ContentProblem> problems)
{
    readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public string File => file;

    public int Line => LineOf(node);

    public void Report(string message) => Report(node, message);

    public void Report(string key, string message) => Report(FindNode(key) ?? node, message);

    public void Report(YamlNode at, string message) => problems.Add(new(file, LineOf(at), message));

    public string? FindText(string key)
    {
        YamlNode? value = FindNode(key);
        if (value is null or YamlScalarNode { Value: null or "" or "~" or "null" })
            return null;
        if (value is YamlScalarNode scalar)
            return scalar.Value!.Trim();
        Report(value, $"'{key}' must be a text.");
        return null;
    }

    public string Text(string key)
    {
        if (FindText(key) is { Length: > 0 } text)
            return text;
        Report($"'{key}' is missing.");
        return "";
    }

    public string Id()
    {
        string id = Text("id");
        if (id.Length > 0 && !id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            Report("id", $"'{id}' is not an id: use a-z, 0-9 and hyphens.");
        return id;
    }

    public ImmutableArray<string> Texts(string key) => [.. Items(key).Select(item => ScalarOf(item, key)).OfType<string>()];

    public ImmutableArray<YamlNode> Items(string key)
    {
        YamlNode? value = FindNode(key);
        if (value is null or YamlScalarNode { Value: null or "" })
            return [];
        if (value is YamlSequenceNode sequence)
            return [.. sequence.Children];
        Report(value, $"'{key}' must be a list.");
        return [];
    }

    public IEnumerable<YamlEntry> Entries(string key)
    {
        foreach (YamlNode item in Items(key))
        {
            if (item is YamlMappingNode mapping)
                yield return new YamlEntry(mapping, file, lineOffset, problems);
            else
                Report(item, $"Each item of '{key}' must have keys of its own.");
        }
    }

    public YamlEntry? FindEntry(string key)
    {
        YamlNode? value = FindNode(key);
        if (value is YamlMappingNode mapping)
            return new YamlEntry(mapping, file, lineOffset, problems);
        if (value is not null)
            Report(value, $"'{key}' must have keys of its own.");
        return null;
    }

    public Labels Labels()
    {
        var names = ImmutableDictionary.CreateBuilder<Language, string>();
        foreach (Language language in Language.All)
        {
            if (FindText(language.Code) is { } name)
                names[language] = name;
        }
        if (!names.ContainsKey(Language.English))
        {
            names[Language.English] = FindText("id") ?? "";
            Report("'en' is missing: every entry needs at least an English name.");
        }
        return new Labels(names.ToImmutable());
    }

    public ImmutableDictionary<Language, ImmutableArray<T>> PerLanguage<T>(string key, Func<YamlEntry, string, ImmutableArray<T>> read)
    {
        if (FindEntry(key) is not { } entry)
            return ImmutableDictionary<Language, ImmutableArray<T>>.Empty;
        var result = Language.All.ToImmutableDictionary(language => language, language => read(entry, language.Code));
        entry.ReportUnknownKeys();
        return result;
    }

    public double Number(string key, double least, double most)
    {
        string text = Text(key);
        if (text.Length == 0)
            return 0;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number >= least && number <= most)
            return number;
        Report(key, string.Create(CultureInfo.InvariantCulture, $"'{key}' must be a number from {least} to {most}, not '{text}'."));
        return 0;
    }

    public bool Flag(string key)
    {
        string? text = FindText(key);
        if (text is not (null or "true" or "false"))
            Report(key, $"'{key}' must be true or false, not '{text}'.");
        return text == "true";
    }

    public T Choice<T>(string key, T fallback) where T : struct, Enum
    {
        string? text = FindText(key);
        if (text is null)
            return fallback;
        if (Enum.TryParse(text, ignoreCase: true, out T choice) && !char.IsAsciiDigit(text[0]))
            return choice;
        string choices = string.Join(", ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant()));
        Report(key, $"'{text}' is not one of: {choices}.");
        return fallback;
    }

    public string? FindUrl(string key)
    {
        string? text = FindText(key);
        if (text is null || (Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https"))
            return text;
        Report(key, $"'{text}' is not an http or https address.");
        return null;
    }

    public PartialDate? FindDate(string key)
    {
        string? text = FindText(key);
        if (text is null)
            return null;
        if (PartialDate.Find(text) is { } date)
            return date;
        Report(key, $"'{text}' is not a date: write 2019, 2019-10 or 2019-10-03.");
        return null;
    }

    public Language? FindLanguage(string key)
    {
        string? text = FindText(key);
        Language? language = Language.Find(text);
        if (text is not null && language is null)
            Report(key, $"'{text}' is not a language of this knowledge base: en, zh or ja.");
        return language;
    }

    public void ReportUnknownKeys()
    {
        foreach (YamlNode key in node.Children.Keys)
        {
            if (key is YamlScalarNode { Value: { } name } && !_known.Contains(name))
                Report(key, $"'{name}' is not a key known here. Known: {string.Join(", ", _known.Order(StringComparer.Ordinal))}.");
        }
    }

    public string? ScalarOf(YamlNode item, string key)
    {
        if (item is YamlScalarNode { Value: { Length: > 0 } text })
            return text.Trim();
        Report(item, $"Each item of '{key}' must be a text.");
        return null;
    }

    YamlNode? FindNode(string key)
    {
        _known.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? value) ? value : null;
    }

    int LineOf(YamlNode at) => (int)at.Start.Line + lineOffset;
}
