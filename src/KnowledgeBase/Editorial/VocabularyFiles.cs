using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace KnowledgeBase.Editorial;

/// <summary>Reads <c>content/{topics,cities,organizations,people,glossary}</c>.</summary>
sealed class VocabularyFiles(ContentFiles files, List<ContentProblem> problems)
{
    public Vocabulary Read()
    {
        ImmutableArray<Topic> topics = ReadEach("topics", ReadTopic, topic => topic.Id);
        ImmutableArray<Topic> ordered = BroaderFirst(topics);
        return new Vocabulary(
            ordered,
            ReadEach("cities", ReadCity, city => city.Id),
            ReadEach("organizations", ReadOrganization, organization => organization.Id),
            ReadEach("people", ReadPerson, person => person.Id),
            ReadEach("glossary", ReadTerm, term => term.Id));
    }

    ImmutableArray<T> ReadEach<T>(string folder, Func<YamlEntry, T> read, Func<T, string> idOf)
    {
        var seen = new Dictionary<string, YamlEntry>(StringComparer.Ordinal);
        var result = ImmutableArray.CreateBuilder<T>();
        foreach (YamlEntry entry in files.Entries(folder))
        {
            T read1 = read(entry);
            entry.ReportUnknownKeys();
            if (seen.TryGetValue(idOf(read1), out YamlEntry? first))
                entry.Report("id", $"'{idOf(read1)}' is already defined in {first.File}:{first.Line}.");
            else if (idOf(read1).Length > 0)
            {
                seen.Add(idOf(read1), entry);
                result.Add(read1);
            }
        }
        return result.ToImmutable();
    }

    static Topic ReadTopic(YamlEntry entry) =>
        new(entry.Id(), entry.Labels(), ReadScope(entry), entry.FindText("broader"), entry.PerLanguage("keywords", ReadKeywords));

    static Labels? ReadScope(YamlEntry entry)
    {
        if (entry.FindEntry("scope") is not { } scope)
        {
            entry.Report("'scope' is missing: say in a sentence per language what an article with this topic is about.");
            return null;
        }
        Labels texts = scope.Labels();
        scope.ReportUnknownKeys();
        return texts;
    }

    static ImmutableArray<Keyword> ReadKeywords(YamlEntry entry, string key)
    {
        var keywords = ImmutableArray.CreateBuilder<Keyword>();
        foreach (YamlNode item in entry.Items(key))
        {
            if (item is YamlMappingNode { Children: var pair })
                keywords.Add(ReadWeighted(entry, item, pair));
            else if (entry.ScalarOf(item, key) is { } term)
                keywords.Add(new(term, 1));
        }
        return keywords.ToImmutable();
    }

    static Keyword ReadWeighted(YamlEntry entry, YamlNode item, IDictionary<YamlNode, YamlNode> pair)
    {
        string term = pair.TryGetValue("term", out YamlNode? text) ? text.ToString() : "";
        string number = pair.TryGetValue("weight", out YamlNode? weight) ? weight.ToString() : "1";
        if (term.Length == 0)
            entry.Report(item, "A weighted keyword is written {term: \"…\", weight: 2}.");
        if (double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value is > 0 and <= 10)
            return new(term, value);
        entry.Report(item, $"'{number}' is not a weight: use a number above 0 and up to 10.");
        return new(term, 1);
    }

    static City ReadCity(YamlEntry entry) => new(
        entry.Id(), entry.Labels(), entry.Text("country"), entry.FindText("region"), entry.Texts("alternatives"),
        entry.Number("latitude", -90, 90), entry.Number("longitude", -180, 180));

    static Organization ReadOrganization(YamlEntry entry) => new(
        entry.Id(), entry.Labels(), entry.FindText("kind"), entry.FindText("country"), entry.FindText("abbreviation"), entry.Texts("alternatives"));

    static Person ReadPerson(YamlEntry entry) => new(entry.Id(), entry.Labels(), entry.Texts("aliases"));

    static GlossaryTerm ReadTerm(YamlEntry entry) =>
        new(entry.Id(), entry.Labels(), entry.PerLanguage("variants", (variants, key) => variants.Texts(key)));

    ImmutableArray<Topic> BroaderFirst(ImmutableArray<Topic> topics)
    {
        var byId = topics.ToDictionary(topic => topic.Id, StringComparer.Ordinal);
        foreach (Topic topic in topics.Where(topic => topic.Broader is { } broader && !byId.ContainsKey(broader)))
            files.Locate("topics", topic.Id)?.Report("broader", $"There is no topic '{topic.Broader}'.");
        return [.. topics.OrderBy(topic => DepthOf(topic, byId))];
    }

    int DepthOf(Topic topic, Dictionary<string, Topic> byId)
    {
        int depth = 0;
        for (Topic? at = topic; at?.Broader is { } broader; at = byId.GetValueOrDefault(broader))
        {
            if (++depth <= byId.Count)
                continue;
            problems.Add(new("topics", 1, $"'{topic.Id}' is broader than itself: break the circle of 'broader'."));
            return depth;
        }
        return depth;
    }
}
