using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KnowledgeBase.Reading.Stories;

namespace KnowledgeBase.Reading.Tests.Stories;

public class PageShapeTests
{
    [Fact]
    public void Elements_may_be_nested_as_deeply_as_browsers_go_and_no_deeper()
    {
        Assert.Null(Excess(string.Concat(Enumerable.Repeat("<div>", PageShape.MaxDepth - 3))));
        Assert.Contains("nested deeper than 512", Excess(string.Concat(Enumerable.Repeat("<div>", PageShape.MaxDepth))), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_has_a_limit_that_scripts_do_not_count_for()
    {
        Assert.Null(Excess($"<script>{new string('x', 200)}</script><style>{new string('x', 200)}</style><p>{new string('x', 90)}</p>", 100));
        Assert.Contains("more than 100 characters", Excess($"<p>{new string('x', 60)}</p><p>{new string('x', 60)}</p>", 100), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_classes_nobody_would_write_is_dropped_and_others_stay()
    {
        using IHtmlDocument document = Parse($"<p class='{string.Join(' ', Enumerable.Range(1, 2_000))}'>One</p><p class='lead story'>Two</p>");

        Assert.Null(PageShape.FindExcess(document, 100));

        Assert.Equal([null, "lead story"], document.QuerySelectorAll("p").Select(line => line.GetAttribute("class")));
    }

    static string? Excess(string body, int maxCharacters = 1_000)
    {
        using IHtmlDocument document = Parse(body);
        return PageShape.FindExcess(document, maxCharacters);
    }

    static IHtmlDocument Parse(string body) => new HtmlParser().ParseDocument($"<!DOCTYPE html><html><head></head><body>{body}</body></html>");
}
