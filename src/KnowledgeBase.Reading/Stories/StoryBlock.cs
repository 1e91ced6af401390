using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Reading.Bodies;

namespace KnowledgeBase.Reading.Stories;

/// <summary>One block of a story with the marks inside it, positions counted from its own start.</summary>
/// <param name="Text">The words.</param>
/// <param name="Kind">What it is; null for a plain paragraph.</param>
/// <param name="Inner">Links and stressed words.</param>
sealed record StoryBlock(string Text, BodyMarkKind? Kind, ImmutableArray<BodyMark> Inner)
{
    /// <summary>A shorter line is a label, even with a full stop.</summary>
    const int MinProseWeight = 40;

    /// <summary>So long a line is prose even when its last sentence is cut.</summary>
    const int LongWeight = 150;

    public int Weight { get; } = PlainText.Weigh(Text);

    public bool IsPlain => Kind is null;

    public bool IsHeading => Kind is BodyMarkKind.Heading or BodyMarkKind.Subheading;

    /// <summary>The share of the words that lead elsewhere.</summary>
    public double LinkShare { get; } = LinkShareOf(Text, Inner);

    /// <summary>True for sentences, as opposed to titles, labels and names.</summary>
    public bool IsProse => LinkShare < 0.8 && (EndsWideSentence || Weight >= MinProseWeight && EndsSentence || Weight >= LongWeight && Text.AsSpan().IndexOfAny("，、。,.") >= 0);

    // Labels have no full stop in Chinese and Japanese, so the shortest sentence counts.
    bool EndsWideSentence => Text.Length >= 6 && Text[^1] == '。';

    bool EndsSentence => Text.AsSpan().TrimEnd(" \"'”’」』）)]】…") is [.., '。' or '！' or '？' or '.' or '!' or '?' or ':' or '：' or '；' or '।' or '۔' or '؟'] || Text.EndsWith('…') || Text.EndsWith('」');

    static double LinkShareOf(string text, ImmutableArray<BodyMark> inner)
    {
        int linked = 0;
        foreach (BodyMark mark in inner)
            linked += mark.Kind == BodyMarkKind.Link ? PlainText.Weigh(text.AsSpan(mark.Span.Start, mark.Span.Length)) : 0;
        return linked == 0 ? 0 : (double)linked / PlainText.Weigh(text);
    }

    public static IReadOnlyList<StoryBlock> Split(StoryBody body)
    {
        List<StoryBlock> blocks = [];
        int start = 0;
        int next = 0;
        foreach (string text in body.Text.Split("\n\n"))
        {
            BodyMarkKind? kind = null;
            var inner = ImmutableArray.CreateBuilder<BodyMark>();
            for (; next < body.Marks.Length && body.Marks[next].Span.Start < start + text.Length; next++)
            {
                BodyMark mark = body.Marks[next];
                if (mark.Kind is BodyMarkKind.Link or BodyMarkKind.Strong or BodyMarkKind.Emphasis)
                    inner.Add(mark with { Span = new(mark.Span.Start - start, mark.Span.Length) });
                else
                    kind = mark.Kind;
            }
            blocks.Add(new(text, kind, inner.ToImmutable()));
            start += text.Length + 2;
        }
        return blocks;
    }

    public static StoryBody Join(IEnumerable<StoryBlock> blocks)
    {
        var text = new System.Text.StringBuilder();
        var marks = ImmutableArray.CreateBuilder<BodyMark>();
        foreach (StoryBlock block in blocks)
        {
            if (text.Length > 0)
                text.Append("\n\n");
            if (block.Kind is { } kind)
                marks.Add(new(kind, new(text.Length, block.Text.Length)));
            marks.AddRange(block.Inner.Select(mark => mark with { Span = new(mark.Span.Start + text.Length, mark.Span.Length) }));
            text.Append(block.Text);
        }
        return new(text.ToString(), marks.ToImmutable());
    }
}
