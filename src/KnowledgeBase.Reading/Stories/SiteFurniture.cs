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

    /// <summary>No page has more of it; to weigh thousands of boxes in one another would take seconds. A guess.</summary>
    const int MaxPieces = 40;

    /// <summary>Takes it out of the page.</summary>
    public static void Remove(IHtmlDocument document)
    {
        if (document.Body is not { } body)
            return;
        var found = new Pieces();
        foreach (IElement element in body.QuerySelectorAll("*"))
            found.Add(element);
        int words = 0;
        foreach (IElement piece in found.Forms.Take(MaxPieces).Concat(found.Appeals.Concat(found.Players).Take(MaxPieces)).ToArray())
        {
            if (!body.Contains(piece))
                continue;
            if (words == 0)
                words = PageShape.WordsOf(body);
            if (piece.LocalName == "input")
                BoxAround(piece, words, found.OfStory)?.Remove();
            else if (PageShape.WordsOf(piece) <= words * MaxShare)
                piece.Remove();
        }
    }

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

    /// <summary>What is found in one walk through a page.</summary>
    sealed class Pieces
    {
        readonly HashSet<IElement> _asking = [];
        readonly HashSet<IElement> _prose = [];
        readonly List<IElement> _players = [];

        public List<IElement> Forms { get; } = [];

        /// <summary>What holds the story or a part of it; it is for subscribers, and named so.</summary>
        public HashSet<IElement> OfStory { get; } = [];

        public IEnumerable<IElement> Appeals => _asking.Where(element => !OfStory.Contains(element) && IsNamed(element, AppealName()));

        public IEnumerable<IElement> Players => _players.Where(element => !OfStory.Contains(element) && !_prose.Contains(element) && IsNamed(element, PlayerName()));

        public void Add(IElement element)
        {
            switch (element.LocalName)
            {
                case "input" when element.GetAttribute("type") == "email":
                    Forms.Add(element);
                    AddAround(element, _asking);
                    break;
                case "a" when element.GetAttribute("href") is { } address && Address().IsMatch(address):
                    AddAround(element, _asking);
                    break;
                case "main" or "article" or "h1":
                    AddAround(element, OfStory);
                    break;
                case "p" or "h2" or "h3":
                    AddAround(element, _prose);
                    break;
                case "div" or "section" when element.GetAttribute("itemprop") == "articleBody":
                    AddAround(element, OfStory);
                    break;
                case "div" or "section" when MayBePlayer(element.ClassName) || MayBePlayer(element.Id):
                    _players.Add(element);
                    break;
            }
        }

        static bool MayBePlayer(string? name) => name is not null && (name.Contains("player", StringComparison.OrdinalIgnoreCase) || name.Contains("video-js", StringComparison.OrdinalIgnoreCase));

        static bool IsNamed(IElement element, Regex name) => ElementBody.IsBlock(element) && name.IsMatch($"{element.ClassName} {element.Id}");

        /// <summary>Adds an element and everything it stands in.</summary>
        static void AddAround(IElement element, HashSet<IElement> around)
        {
            IElement? at = element;
            while (at is not null && around.Add(at))
                at = at.ParentElement;
        }
    }
}
