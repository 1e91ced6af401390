namespace KnowledgeBase.Web.Syndication;

/// <summary>The formats there are. One line adds a format.</summary>
static class FeedFormats
{
    /// <summary>Every format, in the order in which pages offer them.</summary>
    public static IReadOnlyList<IFeedFormat> All { get; } = [new AtomFormat(), new RssFormat(), new JsonFeedFormat()];

    /// <summary>The format of an extension, or null.</summary>
    public static IFeedFormat? Find(string extension) => All.FirstOrDefault(format => format.Extension == extension);
}
