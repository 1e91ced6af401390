using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KnowledgeBase.Reading.Bodies;

namespace KnowledgeBase.Reading.Stories;

/// <summary>Finds the story where prose is densest, whatever the script. Needs neither Latin lengths nor visible elements.</summary>
sealed partial class DensityStory
{
    const double MaxLinkShare = 0.35;

    readonly Dictionary<IElement, Prose> _prose = [];
    readonly List<IElement> _lines = [];

    DensityStory()
    {
    }

    /// <summary>The story, empty when there is no prose.</summary>
    public static StoryBody Find(IHtmlDocument document, Uri page) =>
        document.Body is { } body ? new DensityStory().Find(body, page) : StoryBody.Empty;

    /// <summary>The story around the place where words stand that it is known to begin with; empty when they stand nowhere.</summary>
    public static StoryBody FindAround(string firstWords, IHtmlDocument document, Uri page) =>
        document.Body is { } body ? new DensityStory().Find(body, page, firstWords) : StoryBody.Empty;

    StoryBody Find(IElement body, Uri page, string? firstWords = null)
    {
        if (!body.GetAncestors().OfType<IElement>().Any(IsOutside))
            Weigh(body);
        IEnumerable<IElement> places = firstWords is null ? _prose.Keys : AncestorsOf(firstWords);
        if (Densest(places) is not { } story)
            return StoryBody.Empty;
        double words = _prose[story].Words;
        // Templates name the main column "content-with-sidebar": what holds half of the prose is the story, whatever its name.
        return ElementBody.Read(story, page, element => IsBesideStory(element) && (!_prose.TryGetValue(element, out Prose? prose) || prose.Words < words / 2));
    }

    // The first place in the page: teasers of the same story come later.
    IEnumerable<IElement> AncestorsOf(string firstWords)
    {
        IElement? place = _lines.FirstOrDefault(line => PlainText.OneLine(line.TextContent).Contains(firstWords, StringComparison.Ordinal));
        for (; place is not null; place = place.ParentElement)
        {
            if (_prose.ContainsKey(place))
                yield return place;
        }
    }

    IElement? Densest(IEnumerable<IElement> places)
    {
        IElement? best = places.Where(place => _prose[place].Score > 0).MaxBy(place => _prose[place].Score);
        for (IElement? above = best?.ParentElement; above is not null && _prose.TryGetValue(above, out Prose? wider); above = above.ParentElement)
        {
            if (wider.Adds(_prose[best!]))
                best = above;
        }
        return best;
    }

    // Adds up what each element holds; every line counts fully for the element it stands in and less for those further out.
    void Weigh(IElement element)
    {
        if (IsOutside(element))
            return;
        if (ElementBody.IsBlock(element))
            WeighLine(element);
        foreach (INode node in element.ChildNodes)
        {
            if (node is IElement inner)
                Weigh(inner);
        }
    }

    void WeighLine(IElement element)
    {
        var (weight, links, text) = Line.Of(element);
        if (weight == 0)
            return;
        _lines.Add(element);
        bool isProse = links < weight * MaxLinkShare && (text.AsSpan().IndexOfAny("。！？，、") >= 0 || weight >= 60 && text.AsSpan().IndexOfAny(".,!?") >= 0);
        double share = 1;
        for (IElement? holder = element.LocalName is "p" or "li" or "h1" or "h2" or "h3" or "h4" or "span" ? element.ParentElement : element; holder is not null; holder = holder.ParentElement)
        {
            if (!_prose.TryGetValue(holder, out Prose? prose))
                _prose[holder] = prose = new Prose(Named(holder));
            prose.Add(weight, links, isProse, share);
            share *= 0.6;
        }
    }

    static double Named(IElement element)
    {
        string name = $"{element.ClassName} {element.Id}";
        return BesideName().IsMatch(name) ? 0.2 : StoryName().IsMatch(name) || element.LocalName is "article" or "main" ? 1.3 : 1;
    }

    static bool IsOutside(IElement element) => element.LocalName is "nav" or "footer" or "aside" || ElementBody.IsLeftOut(element);

    static bool IsBesideStory(IElement element) =>
        element.LocalName is "aside" or "footer" or "form" || BesideName().IsMatch($"{element.ClassName} {element.Id}") && !StoryName().IsMatch($"{element.ClassName} {element.Id}");

    [GeneratedRegex("comment|related|recommend|sidebar|share|social|footer|breadcrumb|subscribe|newsletter|promo|advert|copyright|hot-?news|more-?news|tuijian|xgxw|pagination|page-?nav|popup|modal|cookie|login|widget|sponsor|disclaimer|statement", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex BesideName();

    [GeneratedRegex("article|content|story|post|entry|text|body|main|detail|news|TRS_Editor|js_content", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex StoryName();

    sealed class Prose(double named)
    {
        double _all;
        double _links;
        double _near;

        public double Words { get; private set; }

        public double LinkShare => _all == 0 ? 0 : _links / _all;

        public double Score => _near * named * (1 - LinkShare);

        /// <summary>True when this element has more of the story than a part of it: it adds prose, and hardly anything else.</summary>
        public bool Adds(Prose part) => Words > part.Words * 1.1 && Words - part.Words > 2 * (Other - part.Other);

        double Other => _all - Words;

        public void Add(int weight, int links, bool isProse, double share)
        {
            _all += weight;
            _links += links;
            if (!isProse)
                return;
            Words += weight;
            _near += weight * share;
        }
    }

    readonly record struct Line(int Weight, int Links, string Text)
    {
        // The words directly in an element: not those in blocks of their own below it.
        public static Line Of(IElement element)
        {
            var text = new System.Text.StringBuilder();
            int links = 0;
            Add(element, false);
            string words = text.ToString();
            return new(PlainText.Weigh(words), links, words);

            void Add(INode parent, bool isLinked)
            {
                foreach (INode node in parent.ChildNodes)
                {
                    if (node is IText run)
                    {
                        text.Append(run.Data);
                        links += isLinked ? PlainText.Weigh(run.Data) : 0;
                    }
                    else if (node is IElement inner && !ElementBody.IsBlock(inner) && !ElementBody.IsLeftOut(inner))
                        Add(inner, isLinked || inner.LocalName == "a");
                }
            }
        }
    }
}
