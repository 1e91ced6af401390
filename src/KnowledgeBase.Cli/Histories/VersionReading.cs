using System.Collections.Immutable;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Reading;

namespace KnowledgeBase.Cli.Histories;

/// <summary>Reads the versions of a page as stories and compares each with the one before: menus and advertisements around a story are no history.</summary>
sealed class VersionReading(ContentFolder content)
{
    readonly ArticleReader _reader = new(content);

    public ImmutableArray<StoryVersion> Read(IEnumerable<FetchedPage> pages)
    {
        var versions = ImmutableArray.CreateBuilder<StoryVersion>();
        Article? before = null;
        foreach (FetchedPage page in pages)
        {
            switch (_reader.Read(page))
            {
                case ReadResult.Read(var article):
                    versions.Add(new(page.FetchedAt, article.Headline, null, before is null ? [] : [.. Compare(before, article)]));
                    before = article;
                    break;
                case ReadResult.NoArticle(var reason):
                    versions.Add(new(page.FetchedAt, null, reason, []));
                    break;
            }
        }
        return versions.ToImmutable();
    }

    static IEnumerable<StoryChange> Compare(Article before, Article after)
    {
        IEnumerable<StoryChange?> parts =
        [
            CompareLine("headline", before.Headline, after.Headline),
            CompareLine("published", before.Published?.ToString(), after.Published?.ToString()),
            CompareLine("byline", before.Byline, after.Byline),
        ];
        return parts.OfType<StoryChange>().Concat(CompareText(before.Body, after.Body));
    }

    static StoryChange? CompareLine(string part, string? before, string? after) =>
        before == after ? null : new(part, null, before is null ? [] : [before], after is null ? [] : [after]);

    static IEnumerable<StoryChange> CompareText(string before, string after)
    {
        List<string> removed = [], added = [];
        string? shared = null;
        foreach (DiffPiece line in InlineDiffBuilder.Diff(Sentences.OnLines(before), Sentences.OnLines(after)).Lines)
        {
            if (line.Type == ChangeType.Deleted)
                removed.Add(line.Text);
            else if (line.Type == ChangeType.Inserted)
                added.Add(line.Text);
            else
            {
                if (removed.Count + added.Count > 0)
                    yield return new("text", shared, [.. removed], [.. added]);
                removed.Clear();
                added.Clear();
                shared = line.Text;
            }
        }
        if (removed.Count + added.Count > 0)
            yield return new("text", shared, [.. removed], [.. added]);
    }
}
