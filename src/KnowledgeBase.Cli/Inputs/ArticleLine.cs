using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Cli.Inputs;

/// <summary>An article of one line of an import, and the name the line gives it.</summary>
/// <param name="Article">The article.</param>
/// <param name="Origin"><c>import:</c> and the given id; null for an article as <c>kb export</c> writes it from another origin.</param>
sealed record ArticleLine(Article Article, string? Origin)
{
    public const string Scheme = "import:";

    /// <summary>The publisher of lines that name none.</summary>
    const string NoPublisher = "import";

    /// <summary>How much of a text without title stands for it.</summary>
    const int MaxTitleCharacters = 80;

    /// <summary>Reads a line: <c>{"id", "lang", "title", "text"}</c> with url, published, publisher, kind, topics, cities, speakers and organizations where known; or an article as <c>kb export</c> writes it.</summary>
    /// <exception cref="JsonException">It is neither; the message says what is wrong.</exception>
    public static ArticleLine Read(string line, Vocabulary vocabulary)
    {
        using var json = JsonDocument.Parse(line);
        bool isWhole = json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("headline", out _);
        return isWhole ? ReadWhole(line) : ReadBrief(json.RootElement, vocabulary);
    }

    static ArticleLine ReadWhole(string line)
    {
        Article article = ArticleJson.Read(line);
        if (article.Id != ArticleId.Of(article.Url))
            throw new JsonException($"The id {article.Id} is not the one of {article.Url}, which is {ArticleId.Of(article.Url)}.");
        if (HasControls(article.Url + article.Headline) || HasControls(article.Body.Replace("\n", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal)))
            throw new JsonException("The article holds control characters.");
        return new(article, article.Url.StartsWith(Scheme, StringComparison.Ordinal) ? article.Url : null);
    }

    static ArticleLine ReadBrief(JsonElement line, Vocabulary vocabulary)
    {
        string origin = Scheme + Name(line, "id")!;
        string url = Name(line, "url") ?? origin;
        string text = Clean(JsonText.Require(line, "text"));
        string title = string.Join(' ', Clean(JsonText.Require(line, "title")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (title.Length == 0 && text.Length == 0)
            throw new JsonException("'title' and 'text' are both empty.");
        (PartialDate? day, DateTimeOffset? moment) = ReadPublished(JsonText.Find(line, "published"));
        return new(
            new()
            {
                Id = ArticleId.Of(url),
                Url = url,
                Language = ReadLanguage(JsonText.Require(line, "lang")),
                Kind = ReadKind(JsonText.Find(line, "kind")),
                PublisherId = Name(line, "publisher") ?? NoPublisher,
                Headline = title.Length > 0 ? title : FirstWords(text),
                Body = text,
                Published = day,
                PublishedAt = moment,
                Topics = Names(line, "topics"),
                Cities = Names(line, "cities"),
                Organizations = Names(line, "organizations"),
                People = [.. Names(line, "speakers").Select(name => new PersonInPost(FindPerson(name, vocabulary) ?? name, null))],
            },
            origin);
    }

    static Language ReadLanguage(string tag) =>
        Language.Find(tag) ?? throw new JsonException($"'{tag}' is not a language of this knowledge base: en, zh or ja.");

    static ArticleKind ReadKind(string? kind) =>
        kind is null ? ArticleKind.News
        : Enum.TryParse(kind, ignoreCase: true, out ArticleKind known) && char.IsAsciiLetter(kind[0]) ? known
        : throw new JsonException($"'{kind}' is not a kind: news, policy, release or brief.");

    static (PartialDate? Day, DateTimeOffset? Moment) ReadPublished(string? published)
    {
        if (published is null)
            return (null, null);
        if (PartialDate.Find(published) is { } day)
            return (day, null);
        if (DateTimeOffset.TryParse(published, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment))
            return (PartialDate.Of(DateOnly.FromDateTime(moment.DateTime)), moment.ToUniversalTime());
        throw new JsonException($"'{published}' is not a date: write 2019, 2019-10, 2019-10-03 or 2019-10-03T08:00:00Z.");
    }

    /// <summary>The person of an id, a name or an alias; null when nobody is called so.</summary>
    static string? FindPerson(string name, Vocabulary vocabulary) =>
        vocabulary.People.FirstOrDefault(person => person.Id == name || person.Labels.All.Concat(person.Aliases).Contains(name, StringComparer.Ordinal))?.Id;

    static ImmutableArray<string> Names(JsonElement line, string property) =>
        [.. JsonText.FindAll(line, property).Select(name => Clean(name).Trim()).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>A name for programs: null where it may be missing and is, never with blanks, which runs and addresses can't hold.</summary>
    static string? Name(JsonElement line, string property)
    {
        string? name = property == "id" ? JsonText.Require(line, property) : JsonText.Find(line, property);
        if (name is not null && (name.Length == 0 || name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))))
            throw new JsonException($"'{property}' must be a word without blanks, not '{Clean(name)}'.");
        return name;
    }

    static string FirstWords(string text)
    {
        string line = text.Split('\n')[0];
        if (line.Length <= MaxTitleCharacters)
            return line;
        return string.Concat(line.AsSpan(0, MaxTitleCharacters - (char.IsHighSurrogate(line[MaxTitleCharacters - 1]) ? 1 : 0)), "…");
    }

    static string Clean(string text) =>
        HasControls(text) ? string.Concat(text.ReplaceLineEndings("\n").Where(c => !char.IsControl(c) || c is '\n' or '\t')).Trim() : text.Trim();

    static bool HasControls(string text) => text.Any(char.IsControl);
}
