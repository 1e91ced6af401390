using KnowledgeBase.Articles;

namespace KnowledgeBase.Web.Tests.Sites;

/// <summary>Articles and files made for tests.</summary>
static class Examples
{
    public const string Full = "port-gazette";
    public const string Excerpt = "harbour-times";
    public const string Link = "pier-post";

    /// <summary>What a page must show as text: markup, both sorts of quotation marks, an ampersand.</summary>
    public const string HostileHeadline = "Trade & <script>alert(1)</script> \"quoted\" 'headline' ]]> \uFFFE\u000B 𠮷野";

    public const string Ending = "The harbour master closed the meeting.";

    /// <summary>Long enough for a reprint to be known as one.</summary>
    public const string LongLead =
        "The ferry between Fukuoka and Tianjin sails again after four years. The operator expects eight hundred passengers a week in summer, most of them students and families, and will carry " +
        "refrigerated containers of fruit and fish on the lower deck. Both cities waive the berth fee for the first season, and the customs offices promise to clear small parcels within a day.";

    const string Second = "The port authority said the talks will go on in spring.";
    const string Third = "Nobody gave a figure for the cost of the works.";

    public static string Publisher(string id, string display, string en, string zh, string ja) =>
        $"id: {id}\nkind: newspaper\nlanguage: en\ncountry: JP\nen: {en}\nzh: {zh}\nja: {ja}\nhome: https://{id}.example/\ndisplay: {display}\nenabled: false\nsources: []\n";

    public static string Brief(string title, string summary, string text) =>
        $"""
        ---
        title: "{title}"
        date: 2024-05-06
        summary: "{summary}"
        topics: [investment-incentives]
        cities: [kobe]
        people:
          - id: akira-umesawa
        sources:
          - title: A source
            url: https://source.example/kobe
            language: en
        ---

        {text}

        """;

    public static Article Article(
        string slug, string headline, string publisher = Full, string[]? topics = null, string[]? cities = null, int year = 2021, string? summary = null, string? lead = null,
        Quote[]? quotes = null) => new()
        {
            Url = $"https://{publisher}.example/{slug}",
            Id = ArticleId.Of($"https://{publisher}.example/{slug}"),
            Language = Language.English,
            Kind = ArticleKind.News,
            PublisherId = publisher,
            Headline = headline,
            Summary = summary,
            Body = $"{lead ?? $"Report on {headline}."}\n\n{Second}\n\n{Third}\n\n{Ending}",
            Published = new PartialDate(year, 3, 4),
            Topics = [.. topics ?? []],
            Cities = [.. cities ?? []],
            Quotes = [.. quotes ?? []],
        };
}
