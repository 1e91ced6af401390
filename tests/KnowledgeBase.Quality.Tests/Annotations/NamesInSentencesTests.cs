using System.Collections.Immutable;
using System.Text;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Quality.Tests.Extraction;
using KnowledgeBase.Reading.Annotations;

namespace KnowledgeBase.Quality.Tests.Annotations;

/// <summary>Names of organisations in single sentences, from their first letter to their last: articles ask only that the stretches overlap.</summary>
public sealed class NamesInSentencesTests
{
    const int LeastSentences = 60;

    [Theory]
    [InlineData("zh", "sentences")]
    [InlineData("zh", "more-sentences")]
    public void Names_of_organisations_begin_and_end_where_they_are_marked(string code, string file)
    {
        string root = SharedPages.RootFolder();
        var annotator = new Annotator(ContentFolder.Read(Path.Combine(root, "content")));
        List<string> sentences = [.. File.ReadLines(Path.Combine(root, "tests", "KnowledgeBase.Quality.Tests", "Annotations", code, file + ".md")).Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(line => line[2..])];
        var tally = new Tally("names");
        foreach (string sentence in sentences)
        {
            (string text, ImmutableArray<TextSpan> marked) = Read(sentence);
            IEnumerable<TextSpan> found = annotator.Annotate(Language.Find(code)!, "", text).Mentions.Where(mention => mention.Kind == MentionKind.Organization)
                .DistinctBy(mention => mention.Id ?? mention.Span.In(text)).Select(mention => mention.Span);
            tally.Count(sentence, marked, found, (name, other) => name == other);
        }
        TestContext.Current.TestOutputHelper?.WriteLine(tally.ToString());
        tally.Mistakes.ForEach(TestContext.Current.TestOutputHelper!.WriteLine);
        Assert.True(sentences.Count >= LeastSentences);
        Floors.Check($"names in {file} {code}", _ => tally.F1);
    }

    /// <summary>The sentence without its marks, and what stood between them.</summary>
    static (string Text, ImmutableArray<TextSpan> Marked) Read(string sentence)
    {
        var text = new StringBuilder();
        var marked = ImmutableArray.CreateBuilder<TextSpan>();
        int start = 0;
        foreach (char c in sentence)
        {
            if (c == '〔')
                start = text.Length;
            else if (c == '〕')
                marked.Add(TextSpan.Between(start, text.Length));
            else
                text.Append(c);
        }
        return (text.ToString(), marked.ToImmutable());
    }
}
