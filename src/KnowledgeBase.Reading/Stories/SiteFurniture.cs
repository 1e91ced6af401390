using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace KnowledgeBase.Reading.Stories;

/// <summary>Takes away what stands amid a story and belongs to the site: boxes that ask readers for something (an address to send a newsletter to, money, an account) and the buttons of players.</summary>
/// <remarks>For a box two things must agree: that it is named so, and that it leads there. A form that asks for an e-mail address does both.</remarks>
static partial class SiteFurniture
{
    /// <summary>What is written around a form, in Latin letters: two or three sentences. A guess, checked on the development pages.</summary>
    const int MaxFormWeight = 400;

    /// <summary>A box beside a story holds no more of the page's words; what holds more has the story in it. A guess, checked on the development pages.</summary>
    const double MaxShare = 0.3;

    /// <summary>What holds one of these holds the story: it is for subscribers, and named so.</summary>
    const string Story = "body, main, article, h1, [itemprop=articleBody]";

    /// <summary>No page has more of it; to weigh thousands of boxes in one another would take seconds. A guess.</summary>
    const int MaxPieces = 40;

    /// <summary>Takes it out of the page.</summary>
    public static void Remove(IHtmlDocument document)
    {
        if (document.Body is not { } body)
            return;
        HashSet<IElement> ofStory = Around(body.QuerySelectorAll(Story));
        int words = 0;
        foreach (IElement piece in Forms(body).Take(MaxPieces).Concat(Appeals(body).Concat(Players(body)).Except(ofStory).Take(MaxPieces)).ToArray())
        {
            if (!body.Contains(piece))
                continue;
            if (words == 0)
                words = PageShape.WordsOf(body);
            if (piece.LocalName == "input")
                BoxAround(piece, words, ofStory)?.Remove();
            else if (PageShape.WordsOf(piece) <= words * MaxShare)
                piece.Remove();
        }
    }

    static IEnumerable<IElement> Forms(IElement body) => body.QuerySelectorAll("input[type=email]");

    static IEnumerable<IElement> Appeals(IElement body) =>
        Around(body.QuerySelectorAll("input[type=email], a[href]").Where(element => element.LocalName == "input" || Address().IsMatch(element.GetAttribute("href")!)))
            .Where(element => IsNamed(element, AppealName()));

    static IEnumerable<IElement> Players(IElement body)
    {
        HashSet<IElement> prose = Around(body.QuerySelectorAll("p, h1, h2, h3"));
        return body.QuerySelectorAll("[class*=player i], [id*=player i], [class*=video-js]").Where(element => !prose.Contains(element) && IsNamed(element, PlayerName()));
    }

    /// <summary>The elements and everything they stand in.</summary>
    static HashSet<IElement> Around(IEnumerable<IElement> elements)
    {
        HashSet<IElement> around = [];
        foreach (IElement element in elements)
        {
            IElement? at = element;
            while (at is not null && around.Add(at))
                at = at.ParentElement;
        }
        return around;
    }

    static bool IsNamed(IElement element, Regex name) => ElementBody.IsBlock(element) && name.IsMatch($"{element.ClassName} {element.Id}");

    /// <summary>The largest part around a form that holds little more than the form; null when the form itself holds more.</summary>
    static IElement? BoxAround(IElement input, int words, HashSet<IElement> ofStory)
    {
        IElement? box = null;
        for (IElement? at = input.ParentElement; at is not null && !ofStory.Contains(at); at = at.ParentElement)
        {
            int weight = PageShape.WordsOf(at);
            if (weight > MaxFormWeight || weight > words * MaxShare)
                break;
            box = at;
        }
        return box;
    }

    [GeneratedRegex("newsletter|sign-?up|subscri(?!ber)|donat|support|paywall|appeal", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex AppealName();

    [GeneratedRegex(@"\b(?:video|audio|media|html5)?[-_]?player|\bvideo-js|\bjw-?player", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex PlayerName();

    [GeneratedRegex("newsletter|sign-?up|subscri|donat|/contribute|/membership", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Address();
}
