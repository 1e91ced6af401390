using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Web.Stories;

/// <summary>A block of a story, ready to be shown.</summary>
/// <param name="Kind">What it is; null for a plain paragraph.</param>
/// <param name="Span">Where it stands in the body.</param>
/// <param name="Cells">Its words: one cell, or those of a table's row.</param>
/// <param name="Quotes">The quotes that begin in it and name who speaks.</param>
/// <param name="Provision">The article, chapter or annex of a rule that begins with it; null where none does.</param>
sealed record StoryBlock(BodyMarkKind? Kind, TextSpan Span, ImmutableArray<ImmutableArray<StoryPiece>> Cells, ImmutableArray<Quote> Quotes, Provision? Provision);

/// <summary>Words of a block that are shown alike.</summary>
/// <param name="Text">The words.</param>
/// <param name="Target">Where they link to, or null.</param>
/// <param name="IsStrong">True for words of strong importance.</param>
/// <param name="IsEmphasized">True for stressed words.</param>
/// <param name="IsQuote">True for words that somebody is known to have said.</param>
sealed record StoryPiece(string Text, string? Target, bool IsStrong, bool IsEmphasized, bool IsQuote);

/// <summary>Takes a body and its marks apart into blocks, so that a page needs no markup from the outside.</summary>
static class StoryBlocks
{
    const string BetweenBlocks = "\n\n";

    /// <summary>The blocks of an article's body, in order.</summary>
    public static ImmutableArray<StoryBlock> Of(Article article)
    {
        var blocks = ImmutableArray.CreateBuilder<StoryBlock>();
        for (int start = 0; start < article.Body.Length;)
        {
            int border = article.Body.IndexOf(BetweenBlocks, start, StringComparison.Ordinal);
            var span = TextSpan.Between(start, border < 0 ? article.Body.Length : border);
            if (span.Length > 0)
                blocks.Add(BlockOf(article, span));
            start = span.End + BetweenBlocks.Length;
        }
        return blocks.ToImmutable();
    }

    /// <summary>Blocks that belong together on the page: the items of one list, the rows of one table; every other block alone.</summary>
    public static IEnumerable<ImmutableArray<StoryBlock>> Group(IEnumerable<StoryBlock> blocks)
    {
        ImmutableArray<StoryBlock> group = [];
        foreach (StoryBlock block in blocks)
        {
            if (group is [.., var last] && !BelongTogether(last.Kind, block.Kind))
            {
                yield return group;
                group = [];
            }
            group = group.Add(block);
        }
        if (!group.IsEmpty)
            yield return group;
    }

    static bool BelongTogether(BodyMarkKind? before, BodyMarkKind? after) => (before, after) switch
    {
        (BodyMarkKind.ListItem, BodyMarkKind.ListItem) or (BodyMarkKind.NumberedItem, BodyMarkKind.NumberedItem) => true,
        (BodyMarkKind.TableHead or BodyMarkKind.TableRow, BodyMarkKind.TableRow) => true,
        _ => false,
    };

    static StoryBlock BlockOf(Article article, TextSpan span)
    {
        BodyMarkKind? kind = article.Marks.FirstOrDefault(mark => mark.Span == span && !IsInline(mark.Kind))?.Kind;
        ImmutableArray<BodyMark> inline = [.. article.Marks.Where(mark => IsInline(mark.Kind) && mark.Span.Overlaps(span))];
        ImmutableArray<Quote> quotes = [.. article.Quotes.Where(quote => quote.Span.Overlaps(span) && (quote.SpeakerValue ?? quote.Named) is not null)];
        bool isRow = kind is BodyMarkKind.TableHead or BodyMarkKind.TableRow;
        return new(
            kind,
            span,
            [.. CellsOf(article.Body, span, isRow).Select(cell => PiecesOf(article.Body, cell, inline, quotes))],
            [.. quotes.Where(quote => span.Contains(new(quote.Span.Start, 0)))],
            article.Provisions.FirstOrDefault(provision => span.Contains(provision.Name)));
    }

    static bool IsInline(BodyMarkKind kind) => kind is BodyMarkKind.Link or BodyMarkKind.Strong or BodyMarkKind.Emphasis;

    static IEnumerable<TextSpan> CellsOf(string body, TextSpan span, bool isRow)
    {
        int start = span.Start;
        for (int i = start; isRow && i < span.End; i++)
        {
            if (body[i] != '\t')
                continue;
            yield return TextSpan.Between(start, i);
            start = i + 1;
        }
        yield return TextSpan.Between(start, span.End);
    }

    static ImmutableArray<StoryPiece> PiecesOf(string body, TextSpan cell, ImmutableArray<BodyMark> marks, ImmutableArray<Quote> quotes)
    {
        int[] borders =
        [
            .. marks.Select(mark => mark.Span).Concat(quotes.Select(quote => quote.Span)).SelectMany(span => new[] { span.Start, span.End })
                .Where(at => at > cell.Start && at < cell.End)
                .Append(cell.Start).Append(cell.End).Distinct().Order(),
        ];
        return
        [
            .. borders.Zip(borders.Skip(1), TextSpan.Between).Select(piece => new StoryPiece(
                piece.In(body),
                marks.FirstOrDefault(mark => mark.Kind == BodyMarkKind.Link && mark.Span.Overlaps(piece))?.Target,
                marks.Any(mark => mark.Kind == BodyMarkKind.Strong && mark.Span.Overlaps(piece)),
                marks.Any(mark => mark.Kind == BodyMarkKind.Emphasis && mark.Span.Overlaps(piece)),
                quotes.Any(quote => quote.Span.Overlaps(piece)))),
        ];
    }
}
