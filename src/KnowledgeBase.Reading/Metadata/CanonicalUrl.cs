using AngleSharp.Dom;
using KnowledgeBase.Reading.Bodies;

namespace KnowledgeBase.Reading.Metadata;

/// <summary>Finds the address a page wants to be known by.</summary>
static class CanonicalUrl
{
    /// <summary>The canonical address where it is on the same site, else the address that answered.</summary>
    /// <remarks>A foreign one would let a page take the place of another publisher's article.</remarks>
    public static string Find(IDocument document, MetaTags tags, Uri page)
    {
        string? named = document.QuerySelector("link[rel~=canonical i]")?.GetAttribute("href") ?? tags.Find("og:url");
        // A home page as canonical address is a common mistake of templates.
        bool isUsable = WebAddress.Find(named, page) is { } address && new Uri(address) is var canonical
            && SiteOf(canonical) == SiteOf(page) && (canonical.PathAndQuery.Length > 1 || page.PathAndQuery.Length <= 1);
        return WithoutFragment(new Uri(isUsable ? WebAddress.Find(named, page)! : page.AbsoluteUri));
    }

    static string WithoutFragment(Uri address) => address.GetLeftPart(UriPartial.Query);

    // What is registered below a country's second level (co.jp, com.cn) has three labels.
    static string SiteOf(Uri address)
    {
        string[] labels = address.IdnHost.Split('.');
        bool isSecondLevel = labels.Length >= 3 && labels[^1].Length == 2 && labels[^2] is "co" or "com" or "or" or "org" or "go" or "gov" or "ac" or "edu" or "ne" or "net" or "ed" or "lg" or "gr" or "ad";
        return string.Join('.', labels.TakeLast(isSecondLevel ? 3 : 2));
    }
}
