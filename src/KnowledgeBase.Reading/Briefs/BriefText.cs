using KnowledgeBase.Articles;
using KnowledgeBase.Reading.Bodies;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Reading.Briefs;

/// <summary>Turns an editor's Markdown into a story. HTML in it is left out, its words stay.</summary>
sealed class BriefText
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().Build();

    readonly BodyBuilder _body = new();

    BriefText()
    {
    }

    public static StoryBody Read(string markdown)
    {
        var text = new BriefText();
        text.AddBlocks(Markdown.Parse(markdown, Pipeline), null);
        return text._body.Build();
    }

    void AddBlocks(IEnumerable<Block> blocks, BodyMarkKind? kind)
    {
        foreach (Block block in blocks)
            AddBlock(block, kind);
    }

    void AddBlock(Block block, BodyMarkKind? kind)
    {
        switch (block)
        {
            case HeadingBlock heading:
                AddLeaf(heading, heading.Level <= 2 ? BodyMarkKind.Heading : BodyMarkKind.Subheading);
                break;
            case QuoteBlock quote:
                AddBlocks(quote, BodyMarkKind.BlockQuote);
                break;
            case ListBlock list:
                AddList(list);
                break;
            case Table table:
                AddTable(table);
                break;
            case HtmlBlock or LinkReferenceDefinitionGroup:
                break;
            case ContainerBlock container:
                AddBlocks(container, kind);
                break;
            case LeafBlock leaf:
                AddLeaf(leaf, kind);
                break;
        }
    }

    void AddList(ListBlock list)
    {
        BodyMarkKind kind = list.IsOrdered ? BodyMarkKind.NumberedItem : BodyMarkKind.ListItem;
        foreach (ListItemBlock item in list.OfType<ListItemBlock>())
        {
            // A second paragraph of an item is no item of its own.
            AddBlocks(item.Take(1), kind);
            AddBlocks(item.Skip(1), null);
        }
    }

    void AddTable(Table table)
    {
        foreach (TableRow row in table.OfType<TableRow>())
        {
            bool isFirst = true;
            foreach (LeafBlock cell in row.OfType<TableCell>().Select(cell => cell.OfType<LeafBlock>().FirstOrDefault() ?? new ParagraphBlock()))
            {
                if (!isFirst)
                    _body.AppendCellBorder();
                isFirst = false;
                AddInlines(cell.Inline);
            }
            _body.EndBlock(row.IsHeader ? BodyMarkKind.TableHead : BodyMarkKind.TableRow);
        }
    }

    void AddLeaf(LeafBlock leaf, BodyMarkKind? kind)
    {
        if (leaf is CodeBlock)
            _body.Append(leaf.Lines.ToString());
        else
            AddInlines(leaf.Inline);
        _body.EndBlock(kind);
    }

    void AddInlines(ContainerInline? inlines)
    {
        foreach (Inline inline in inlines ?? Enumerable.Empty<Inline>())
            AddInline(inline);
    }

    void AddInline(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                _body.Append(literal.Content.ToString());
                break;
            case CodeInline code:
                _body.Append(code.Content);
                break;
            case HtmlEntityInline entity:
                _body.Append(entity.Transcoded.ToString());
                break;
            case LineBreakInline:
                _body.AppendSoftBreak();
                break;
            case AutolinkInline { IsEmail: false } link:
                AddWords(BodyMarkKind.Link, WebAddress.Find(link.Url), () => _body.Append(link.Url));
                break;
            case AutolinkInline email:
                _body.Append(email.Url);
                break;
            case LinkInline { IsImage: true }:
                break;
            case LinkInline link:
                AddWords(BodyMarkKind.Link, WebAddress.Find(link.Url), () => AddInlines(link));
                break;
            case EmphasisInline emphasis:
                AddWords(emphasis.DelimiterCount == 2 ? BodyMarkKind.Strong : BodyMarkKind.Emphasis, null, () => AddInlines(emphasis));
                break;
            case ContainerInline container:
                AddInlines(container);
                break;
        }
    }

    void AddWords(BodyMarkKind kind, string? target, Action add)
    {
        // A link to anywhere but the web is plain words.
        bool isMarked = kind != BodyMarkKind.Link || target is not null;
        if (isMarked)
            _body.Open(kind, target);
        add();
        if (isMarked)
            _body.Close();
    }
}
