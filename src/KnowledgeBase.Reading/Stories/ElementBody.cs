using System.Collections.Frozen;
using AngleSharp.Dom;
using KnowledgeBase.Articles;
using KnowledgeBase.Reading.Bodies;

namespace KnowledgeBase.Reading.Stories;

/// <summary>Turns an element of a page into a story: its words in blocks, without anything that is not text.</summary>
sealed class ElementBody
{
    static readonly FrozenSet<string> LeftOut = FrozenSet.Create(StringComparer.Ordinal,
        "script", "style", "noscript", "template", "svg", "math", "canvas", "iframe", "object", "embed", "video", "audio", "map",
        "button", "select", "input", "textarea", "option", "datalist", "dialog", "figcaption", "nav", "head", "title", "link", "meta", "rp", "rt");

    // Roles (WAI-ARIA) of what a visitor works with: notes about cookies are dialogs.
    static readonly FrozenSet<string> Tools = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "dialog", "alertdialog", "navigation", "search", "menu", "menubar", "tablist", "toolbar");

    static readonly FrozenSet<string> Blocks = FrozenSet.Create(StringComparer.Ordinal,
        "p", "div", "section", "article", "main", "header", "footer", "aside", "address", "blockquote", "center", "dd", "dl", "dt", "details", "summary", "fieldset", "figure", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "hgroup", "hr", "li", "menu", "ol", "ul", "pre", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "br", "body", "html");

    /// <summary>How many characters the cells of tables that reach over several rows may add: a page is no bomb. Far above what real tables add (a guess).</summary>
    const int MaxSaidAgain = 100_000;

    readonly BodyBuilder _body = new();
    readonly Uri _page;
    readonly Func<IElement, bool> _isLeftOut;
    int _saidAgain;

    ElementBody(Uri page, Func<IElement, bool>? isLeftOut) =>
        (_page, _isLeftOut) = (page, isLeftOut is null ? IsLeftOut : element => IsLeftOut(element) || isLeftOut(element));

    /// <summary>The words below an element.</summary>
    /// <param name="element">The element; it must not be nested deeper than <see cref="PageShape.MaxDepth"/>.</param>
    /// <param name="page">The address that links are relative to.</param>
    /// <param name="isLeftOut">What to leave out beside what is never text; null for nothing.</param>
    public static StoryBody Read(IElement element, Uri page, Func<IElement, bool>? isLeftOut = null)
    {
        var body = new ElementBody(page, isLeftOut);
        body.AddChildren(element, null);
        return body._body.Build();
    }

    /// <summary>True for elements that stand on lines of their own.</summary>
    public static bool IsBlock(INode node) => node is IElement element && Blocks.Contains(element.LocalName);

    /// <summary>True for elements that hold no words of a story.</summary>
    public static bool IsLeftOut(IElement element) =>
        LeftOut.Contains(element.LocalName) || element.Attributes.Any(IsOfLeftOut);

    static bool IsOfLeftOut(IAttr attribute) => attribute.Name switch
    {
        "hidden" => attribute.Value != "until-found",
        "role" => Tools.Contains(attribute.Value),
        "aria-modal" => attribute.Value == "true",
        _ => false,
    };

    void AddChildren(INode parent, BodyMarkKind? kind)
    {
        foreach (INode node in parent.ChildNodes)
        {
            if (node is IText text)
                _body.Append(text.Data);
            else if (node is IElement element && !_isLeftOut(element))
                AddElement(element, kind);
        }
    }

    void AddElement(IElement element, BodyMarkKind? kind)
    {
        if (!IsBlock(element))
        {
            AddInline(element, kind);
            return;
        }
        _body.EndBlock(kind);
        BodyMarkKind? inner = KindOf(element) ?? kind;
        switch (element.LocalName)
        {
            case "table" when DataTable.Find(element) is { } table:
                AddTable(table);
                break;
            case "pre":
                AddLines(element, inner);
                break;
            case "figure" when element.QuerySelector("table, blockquote, pre, p") is null:
                break;
            default:
                AddChildren(element, inner);
                break;
        }
        _body.EndBlock(inner);
    }

    void AddInline(IElement element, BodyMarkKind? kind)
    {
        (BodyMarkKind Kind, string? Target)? words = element.LocalName switch
        {
            "a" => WebAddress.Find(element.GetAttribute("href"), _page) is { } target ? (BodyMarkKind.Link, target) : null,
            "strong" or "b" => (BodyMarkKind.Strong, null),
            "em" or "i" => (BodyMarkKind.Emphasis, null),
            _ => null,
        };
        if (words is { } marked)
            _body.Open(marked.Kind, marked.Target);
        AddChildren(element, kind);
        if (words is not null)
            _body.Close();
    }

    void AddTable(DataTable table)
    {
        foreach (DataTable.Row row in table.Rows)
        {
            for (int i = 0; i < row.Cells.Length; i++)
            {
                if (i > 0)
                    _body.AppendCellBorder();
                AddCell(row.Cells[i]);
            }
            _body.EndBlock(row.IsHead ? BodyMarkKind.TableHead : BodyMarkKind.TableRow);
        }
    }

    // A cell that reaches over several rows belongs to each of them, as a reader sees it.
    void AddCell(DataTable.Cell cell)
    {
        if (cell.Element is null || cell.IsSaidAgain && (_saidAgain += cell.Element.TextContent.Length) > MaxSaidAgain)
            return;
        AddCellWords(cell.Element);
    }

    // What would be blocks elsewhere are words on one line here.
    void AddCellWords(INode cell)
    {
        foreach (INode node in cell.ChildNodes)
        {
            if (node is IText text)
                _body.Append(text.Data);
            else if (node is IElement element && !_isLeftOut(element))
            {
                if (IsBlock(element))
                    _body.Append(" ");
                AddCellWords(element);
            }
        }
    }

    // Line ends hold in preformatted text, and so do elements on lines of their own.
    void AddLines(INode parent, BodyMarkKind? kind)
    {
        foreach (INode node in parent.ChildNodes)
        {
            if (node is IText text)
                AddLines(text.Data, kind);
            else if (node is IElement element && !_isLeftOut(element))
            {
                if (IsBlock(element))
                    _body.EndBlock(kind);
                AddLines(element, kind);
                if (IsBlock(element))
                    _body.EndBlock(kind);
            }
        }
    }

    void AddLines(string text, BodyMarkKind? kind)
    {
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                _body.EndBlock(kind);
            _body.Append(lines[i]);
        }
    }

    static BodyMarkKind? KindOf(IElement element) => element.LocalName switch
    {
        "h1" or "h2" => BodyMarkKind.Heading,
        "h3" or "h4" or "h5" or "h6" => BodyMarkKind.Subheading,
        "li" => element.ParentElement?.LocalName == "ol" ? BodyMarkKind.NumberedItem : BodyMarkKind.ListItem,
        "blockquote" => BodyMarkKind.BlockQuote,
        _ => null,
    };
}
