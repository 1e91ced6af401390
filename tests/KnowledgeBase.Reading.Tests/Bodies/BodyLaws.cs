using KnowledgeBase.Articles;

namespace KnowledgeBase.Reading.Tests.Bodies;

/// <summary>What holds for every body, whatever it was read from.</summary>
static class BodyLaws
{
    public static void Check(string text, IReadOnlyList<BodyMark> marks)
    {
        Assert.DoesNotContain("\n\n\n", text, StringComparison.Ordinal);
        Assert.False(text.StartsWith('\n') || text.EndsWith('\n'));
        HashSet<TextSpan> blocks = [.. BlocksOf(text)];
        foreach (BodyMark mark in marks)
        {
            Assert.InRange(mark.Span.Start, 0, text.Length);
            Assert.InRange(mark.Span.End, mark.Span.Start + 1, text.Length);
            Assert.Equal(mark.Kind == BodyMarkKind.Link, mark.Target is not null);
            if (mark.Kind is BodyMarkKind.Link or BodyMarkKind.Strong or BodyMarkKind.Emphasis)
                Assert.Contains(blocks, block => block.Contains(mark.Span));
            else
                Assert.Contains(mark.Span, blocks);
        }
        Assert.Equal(marks.OrderBy(mark => mark.Span.Start).Select(mark => mark.Span.Start), marks.Select(mark => mark.Span.Start));
    }

    static IEnumerable<TextSpan> BlocksOf(string text)
    {
        int start = 0;
        foreach (string block in text.Split("\n\n"))
        {
            Assert.DoesNotContain('\n', block);
            yield return new(start, block.Length);
            start += block.Length + 2;
        }
    }
}
