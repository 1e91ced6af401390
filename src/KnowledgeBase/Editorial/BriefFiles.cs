using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Editorial;

/// <summary>Reads <c>content/articles/&lt;year&gt;/&lt;slug&gt;/{en,zh,ja}.md</c>.</summary>
sealed class BriefFiles(ContentFiles files, Vocabulary vocabulary, List<ContentProblem> problems)
{
    public ImmutableArray<Brief> Read()
    {
        ImmutableArray<Brief> briefs = [.. files.Find("articles", "*.md").Select(ReadBrief).OfType<Brief>()];
        foreach (IGrouping<string, Brief> family in briefs.GroupBy(brief => brief.Family))
            ReportDisagreement([.. family]);
        return briefs;
    }

    Brief? ReadBrief(string file)
    {
        if (file.Split('/') is not ["articles", var year, var slug, var name] || Language.All.FirstOrDefault(l => l.Code + ".md" == name) is not { } language)
        {
            problems.Add(new(file, 1, "An article's file is articles/<year>/<slug>/{en,zh,ja}.md."));
            return null;
        }
        string text = files.ReadText(file);
        if (text.Length == 0)
            return null;
        int end = text.IndexOf("\n---\n", StringComparison.Ordinal);
        if (!text.StartsWith("---\n", StringComparison.Ordinal) || end < 0)
        {
            problems.Add(new(file, 1, "The front matter is missing: begin with a line '---', then keys such as 'title: …', then another line '---'."));
            return null;
        }
        // The opening line stands before the YAML, so its lines count from 2.
        if (YamlFile.Read(text[4..(end + 1)], file, 1, problems) is not [var entry])
            return null;
        int mistakes = problems.Count;
        Brief brief = ReadFrontMatter(entry, file, $"{year}/{slug}", language) with
        {
            Markdown = text[(end + 5)..],
            MarkdownLine = text.AsSpan(0, end + 5).Count('\n') + 1,
            Hash = ContentFiles.HashOf(text),
        };
        entry.ReportUnknownKeys();
        if (brief.Markdown.AsSpan().Trim().IsEmpty)
            entry.Report("The article has no text below its front matter.");
        if (brief.Date.Year > 0 && !year.Equals($"{brief.Date.Year:0000}", StringComparison.Ordinal))
            entry.Report("date", $"The date {brief.Date} does not belong into the folder '{year}'.");
        return problems.Count == mistakes ? brief : null;
    }

    Brief ReadFrontMatter(YamlEntry entry, string file, string family, Language language) => new()
    {
        File = file,
        Family = family,
        Language = language,
        Kind = entry.Choice("kind", ArticleKind.Brief),
        Title = entry.Text("title"),
        Date = ReadDate(entry),
        Summary = entry.Text("summary"),
        Topics = Ids(entry, "topics", "topic", id => vocabulary.FindTopic(id) is not null),
        Cities = Ids(entry, "cities", "city", id => vocabulary.FindCity(id) is not null),
        Organizations = Ids(entry, "organizations", "organisation", id => vocabulary.FindOrganization(id) is not null),
        People = [.. entry.Entries("people").Select(ReadPerson).OfType<PersonInPost>()],
        Sources = [.. ReadSources(entry)],
        Markdown = "",
        MarkdownLine = 0,
        Hash = "",
    };

    static PartialDate ReadDate(YamlEntry entry)
    {
        entry.Text("date");
        return entry.FindDate("date") ?? default;
    }

    static ImmutableArray<string> Ids(YamlEntry entry, string key, string noun, Func<string, bool> exists)
    {
        ImmutableArray<string> ids = entry.Texts(key);
        foreach (string id in ids.Where(id => !exists(id)))
            entry.Report(key, $"There is no {noun} '{id}' under content/{key}: correct the id or add the {noun} there.");
        if (key == "topics" && ids.IsEmpty)
            entry.Report("'topics' is missing: an article needs at least one.");
        return ids;
    }

    PersonInPost? ReadPerson(YamlEntry entry)
    {
        string id = entry.Text("id");
        string? post = entry.FindText("post");
        entry.ReportUnknownKeys();
        if (id.Length == 0)
            return null;
        if (vocabulary.FindPerson(id) is null)
            entry.Report("id", $"There is no person '{id}' under content/people: correct the id or add the person there.");
        return new(id, post);
    }

    static IEnumerable<SourceReference> ReadSources(YamlEntry entry)
    {
        int count = 0;
        foreach (YamlEntry source in entry.Entries("sources"))
        {
            count++;
            source.Text("url");
            var reference = new SourceReference(
                source.Text("title"), source.FindUrl("url") ?? "", source.FindText("publisher"), source.FindDate("date"), source.FindText("language"));
            source.ReportUnknownKeys();
            yield return reference;
        }
        if (count == 0)
            entry.Report("'sources' is missing: every article names where its facts come from.");
    }

    void ReportDisagreement(Brief[] family)
    {
        foreach (Brief other in family.Skip(1))
        {
            Compare(other, "date", family[0].Date.ToString(), other.Date.ToString());
            Compare(other, "topics", string.Join(", ", family[0].Topics), string.Join(", ", other.Topics));
            Compare(other, "cities", string.Join(", ", family[0].Cities), string.Join(", ", other.Cities));
            Compare(other, "organizations", string.Join(", ", family[0].Organizations), string.Join(", ", other.Organizations));
            Compare(other, "people", string.Join(", ", family[0].People.Select(p => p.PersonId)), string.Join(", ", other.People.Select(p => p.PersonId)));
        }

        void Compare(Brief other, string key, string first, string second)
        {
            if (first != second)
                problems.Add(new(other.File, 1, $"'{key}' is '{second}' here and '{first}' in {family[0].File}: the language versions must agree."));
        }
    }
}
