using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Search;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KnowledgeBase.Web.Stories;

/// <summary>Writes words with marks and links. Not as a Razor page: between Han characters no white space may come in.</summary>
static class StoryHtml
{
    /// <summary>A text with its found words marked.</summary>
    public static IHtmlContent Of(MarkedText text)
    {
        var html = new HtmlContentBuilder();
        int at = 0;
        foreach (TextSpan mark in text.Marks)
        {
            html.Append(text.Text[at..mark.Start]).AppendHtml(Wrap("mark", mark.In(text.Text)));
            at = mark.End;
        }
        return html.Append(text.Text[at..]);
    }

    /// <summary>The words of a block or cell.</summary>
    public static IHtmlContent Of(ImmutableArray<StoryPiece> pieces)
    {
        var html = new HtmlContentBuilder();
        foreach (StoryPiece piece in pieces)
            html.AppendHtml(Of(piece));
        return html;
    }

    static IHtmlContent Of(StoryPiece piece)
    {
        string[] classes = [.. Classes(piece)];
        if (piece.Target is null && classes.Length == 0)
            return new HtmlContentBuilder().Append(piece.Text);
        TagBuilder tag = Wrap(piece.Target is null ? "span" : "a", piece.Text);
        foreach (string each in classes)
            tag.AddCssClass(each);
        if (piece.Target is { } target)
        {
            tag.Attributes["href"] = target;
            tag.Attributes["rel"] = "noopener";
        }
        return tag;
    }

    static IEnumerable<string> Classes(StoryPiece piece)
    {
        if (piece.IsQuote)
            yield return "said";
        if (piece.IsStrong)
            yield return "strong";
        if (piece.IsEmphasized)
            yield return "stressed";
    }

    static TagBuilder Wrap(string name, string text)
    {
        var tag = new TagBuilder(name);
        tag.InnerHtml.Append(text);
        return tag;
    }
}
