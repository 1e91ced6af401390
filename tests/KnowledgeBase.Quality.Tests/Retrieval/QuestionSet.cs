using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using KnowledgeBase.Articles;
using KnowledgeBase.Quality.Tests.Extraction;

namespace KnowledgeBase.Quality.Tests.Retrieval;

/// <summary>A question.</summary>
/// <param name="Language">The language it is asked in.</param>
/// <param name="Text">The question.</param>
/// <param name="Answers">The articles that answer it.</param>
sealed record Question(Language Language, string Text, ImmutableHashSet<ArticleId> Answers);

/// <summary>Questions, the articles they are asked of, and which article answers which question.</summary>
sealed record QuestionSet(ImmutableArray<Article> Articles, ImmutableArray<Question> Questions)
{
    /// <summary>Where the shared sets are when they are there: beside the repository.</summary>
    public static string FolderOf(string set) => Path.Combine(SharedPages.Folder(), "eval", "retrieval", "dev", set);

    readonly Dictionary<ArticleId, Language> _languages = Articles.ToDictionary(article => article.Id, article => article.Language);

    /// <summary>The language of an article.</summary>
    public Language LanguageOf(ArticleId id) => _languages[id];

    public static QuestionSet Read(string set)
    {
        string folder = FolderOf(set);
        ILookup<string, string> answers = File.ReadLines(Path.Combine(folder, "qrels.txt"))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(parts => parts is [_, _, _, not "0"])
            .ToLookup(parts => parts[0], parts => parts[2]);
        IEnumerable<Question> questions = File.ReadLines(Path.Combine(folder, "queries.tsv"))
            .Select(line => line.Split('\t'))
            .Select(parts => new Question(Language.Find(parts[1]) ?? Language.English, parts[2], answers[parts[0]].Select(ArticleId.Of).ToImmutableHashSet()));
        return new([.. Lines(folder).Select(ArticleOf)], [.. questions]);
    }

    static IEnumerable<string> Lines(string folder)
    {
        string packed = Path.Combine(folder, "docs.jsonl.gz");
        if (!File.Exists(packed))
            return File.ReadLines(Path.Combine(folder, "docs.jsonl"));
        using var reader = new StreamReader(new GZipStream(File.OpenRead(packed), CompressionMode.Decompress));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    static Article ArticleOf(string line)
    {
        using var json = JsonDocument.Parse(line);
        string id = json.RootElement.GetProperty("id").GetString()!;
        return new Article
        {
            Id = ArticleId.Of(id),
            Url = id,
            Language = Language.Find(json.RootElement.GetProperty("lang").GetString()) ?? Language.English,
            Kind = ArticleKind.News,
            PublisherId = "set",
            Headline = json.RootElement.GetProperty("title").GetString() ?? "",
            Body = json.RootElement.GetProperty("text").GetString() ?? "",
        };
    }
}
