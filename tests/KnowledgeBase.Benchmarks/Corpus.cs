using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using KnowledgeBase.Articles;
using KnowledgeBase.Search.Embedded;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Benchmarks;

/// <summary>Reads generated articles, one JSON object a line, as if a ledger told of them. A line's number is its revision.</summary>
sealed class Corpus(string path) : IDisposable
{
    readonly StreamReader _lines = new(path, new FileStreamOptions { BufferSize = 1 << 20 });
    long _revision;

    /// <summary>How many articles were read.</summary>
    public long Articles => _revision;

    /// <summary>The articles in order.</summary>
    public ArticleChanges Changes => new(_ => Task.FromResult(0), (_, limit, cancel) => ReadAsync(limit, cancel));

    public void Dispose() => _lines.Dispose();

    async Task<ImmutableArray<ArticleChange>> ReadAsync(int limit, CancellationToken cancel)
    {
        List<string> lines = [];
        while (lines.Count < limit && await _lines.ReadLineAsync(cancel) is { } line)
            lines.Add(line);
        return [.. lines.Select(ArticleOf).Select(article => new ArticleChange(++_revision, article.Id, article, null))];
    }

    static Article ArticleOf(string line)
    {
        using var json = JsonDocument.Parse(line);
        JsonElement article = json.RootElement;
        return new Article
        {
            Id = new(article.GetProperty("id").GetInt64().ToString("x16", CultureInfo.InvariantCulture)),
            Url = TextOf(article, "url"),
            Language = Language.Find(TextOf(article, "lang"))!,
            Kind = ArticleKind.News,
            PublisherId = TextOf(article, "source"),
            Headline = TextOf(article, "title"),
            Body = TextOf(article, "body"),
            Published = PartialDate.Find(TextOf(article, "published")),
            Topics = TextsOf(article, "topics"),
            Cities = TextsOf(article, "cities"),
            People = [.. TextsOf(article, "speakers").Select(name => new PersonInPost(name, null))],
        };
    }

    static string TextOf(JsonElement article, string name) => article.GetProperty(name).GetString()!;

    static ImmutableArray<string> TextsOf(JsonElement article, string name) => [.. article.GetProperty(name).EnumerateArray().Select(value => value.GetString()!)];
}
