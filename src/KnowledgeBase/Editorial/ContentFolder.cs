using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Editorial;

/// <summary>Everything editors own, as read from one content folder at one moment.</summary>
public sealed record ContentFolder
{
    /// <summary>The folder.</summary>
    public required string Path { get; init; }

    /// <summary>Topics, cities, organisations, people and terms.</summary>
    public required Vocabulary Vocabulary { get; init; }

    /// <summary>Publishers, enabled or not.</summary>
    public required ImmutableArray<Publisher> Publishers { get; init; }

    /// <summary>The rules of each language.</summary>
    public required ImmutableArray<LanguageRules> Languages { get; init; }

    /// <summary>What an article must be about; null when the folder does not say, and everything is.</summary>
    public ScopeRule? Scope { get; init; }

    /// <summary>Forms of Han characters, for matching.</summary>
    public required HanVariants HanVariants { get; init; }

    /// <summary>Words and phrases that only ask (哪一年, どこ, how many), as editors wrote them: in a query they have no weight.</summary>
    public ImmutableArray<string> QuestionWords { get; init; } = [];

    /// <summary>Words that hold a sentence together, and what they are in other languages.</summary>
    public ImmutableArray<FunctionWord> FunctionWords { get; init; } = [];

    /// <summary>How names in kanji are read.</summary>
    public Readings Readings { get; init; } = Readings.None;

    /// <summary>Cities outside the vocabulary.</summary>
    public ImmutableArray<OtherCity> OtherCities { get; init; } = [];

    /// <summary>Organisations outside the vocabulary.</summary>
    public ImmutableArray<OtherOrganization> OtherOrganizations { get; init; } = [];

    /// <summary>The articles that have no mistakes.</summary>
    public required ImmutableArray<Brief> Briefs { get; init; }

    /// <summary>Every mistake in every file, in the order of files and lines.</summary>
    public required ImmutableArray<ContentProblem> Problems { get; init; }

    /// <summary>A hash over vocabulary, publishers and rules, without the articles: another value means that everything must be read again.</summary>
    public required string VocabularyHash { get; init; }

    /// <summary>The publisher with an id, or null.</summary>
    public Publisher? FindPublisher(string id) => Publishers.FirstOrDefault(publisher => publisher.Id == id);

    /// <summary>The rules of a language; empty ones when the folder has none.</summary>
    public LanguageRules RulesOf(Language language) =>
        Languages.FirstOrDefault(rules => rules.Language == language) ?? new LanguageRules { Language = language };

    /// <summary>Reads a content folder. Mistakes in files are collected in <see cref="Problems"/>; a file with a mistake does not hide the others.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder; the message says how to name one.</exception>
    public static ContentFolder Read(string path)
    {
        if (!Directory.Exists(path))
            throw new DirectoryNotFoundException($"There is no content folder at {System.IO.Path.GetFullPath(path)}. Name it with --content DIR, the setting Content or KB_CONTENT.");
        List<ContentProblem> problems = [];
        var files = new ContentFiles(path, problems);
        Vocabulary vocabulary = new VocabularyFiles(files, problems).Read();
        return new ContentFolder
        {
            Path = path,
            Vocabulary = vocabulary,
            Publishers = new PublisherFiles(files).Read(),
            Languages = new LanguageFiles(files).Read(),
            Scope = ScopeFile.Read(files, vocabulary, problems),
            HanVariants = HanVariants.Read(files, problems),
            QuestionWords = QuestionWordFile.Read(files, problems),
            FunctionWords = FunctionWord.Read(files, problems),
            Readings = Readings.Read(files, problems),
            OtherCities = OtherCity.Read(files, problems),
            OtherOrganizations = OtherOrganization.Read(files, problems),
            Briefs = new BriefFiles(files, vocabulary, problems).Read(),
            VocabularyHash = files.HashOfVocabulary(),
            Problems = [.. problems.Distinct().OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)],
        };
    }
}
