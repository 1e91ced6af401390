using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Editorial;

/// <summary>Reads <c>content/publishers</c>.</summary>
sealed class PublisherFiles(ContentFiles files)
{
    public ImmutableArray<Publisher> Read()
    {
        var publishers = new Dictionary<string, Publisher>(StringComparer.Ordinal);
        foreach (YamlEntry entry in files.Entries("publishers"))
        {
            Publisher publisher = ReadPublisher(entry);
            entry.ReportUnknownKeys();
            if (publisher.Id.Length > 0 && !publishers.TryAdd(publisher.Id, publisher))
                entry.Report("id", $"'{publisher.Id}' is already defined in another file.");
        }
        return [.. publishers.Values];
    }

    static Publisher ReadPublisher(YamlEntry entry) => new()
    {
        Id = entry.Id(),
        Labels = entry.Labels(),
        Kind = entry.Text("kind"),
        Language = ReadLanguage(entry),
        Country = entry.FindText("country"),
        Home = entry.FindUrl("home"),
        Display = entry.Choice("display", DisplayPolicy.Excerpt),
        IsEnabled = entry.Flag("enabled"),
        Gap = entry.FindText("gap") is null ? null : TimeSpan.FromSeconds(entry.Number("gap", 0, 3600)),
        Hours = FindHours(entry),
        Story = FindStory(entry),
        Sources = [.. entry.Entries("sources").Select(ReadSource).OfType<SourceAddress>()],
    };

    static StorySelectors? FindStory(YamlEntry entry)
    {
        if (entry.FindEntry("story") is not { } story)
            return null;
        var selectors = new StorySelectors(story.Text("body"), story.FindText("remove"));
        story.ReportUnknownKeys();
        return selectors.Body.Length == 0 ? null : selectors;
    }

    static VisitingHours? FindHours(YamlEntry entry)
    {
        string? text = entry.FindText("hours");
        VisitingHours? hours = text is null ? null : VisitingHours.Find(text);
        if (text is not null && hours is null)
            entry.Report("hours", $"'{text}' are no hours: write 22:00-06:00, and a time zone after it when it is not UTC (22:00-06:00 Asia/Tokyo).");
        return hours;
    }

    static Language ReadLanguage(YamlEntry entry)
    {
        entry.Text("language");
        return entry.FindLanguage("language") ?? Language.English;
    }

    static SourceAddress? ReadSource(YamlEntry entry)
    {
        (SourceKind Kind, string? Url)[] addresses =
        [
            (SourceKind.Feed, entry.FindUrl("feed")), (SourceKind.Sitemap, entry.FindUrl("sitemap")), (SourceKind.Listing, entry.FindUrl("listing")),
        ];
        Language? language = entry.FindLanguage("language");
        string? links = entry.FindText("links");
        string? next = entry.FindText("next");
        entry.ReportUnknownKeys();
        (SourceKind Kind, string? Url)[] given = [.. addresses.Where(address => address.Url is not null)];
        if (given is not [var (kind, url)])
        {
            entry.Report("A source needs exactly one http or https address: 'feed', 'sitemap' or 'listing'.");
            return null;
        }
        if (kind == SourceKind.Listing && links is null)
            entry.Report("A listing needs 'links': the CSS selector of the links to articles.");
        return new SourceAddress(kind, url!, language, links) { Next = next };
    }
}
