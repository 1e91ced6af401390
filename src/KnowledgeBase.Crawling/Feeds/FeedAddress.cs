using KnowledgeBase.Crawling.Markup;

namespace KnowledgeBase.Crawling.Feeds;

/// <summary>Makes the addresses of a feed absolute and leaves absolute ones as they are.</summary>
static class FeedAddress
{
    public static string? Find(string? address, Uri around)
    {
        address = address?.Trim();
        if (string.IsNullOrEmpty(address))
            return null;
        // On Unix a path like /a is an absolute file address for Uri.
        if (Uri.TryCreate(address, UriKind.Absolute, out Uri? whole) && !whole.IsFile)
            return address;
        return Uri.TryCreate(around, address, out Uri? joined) ? joined.AbsoluteUri : null;
    }

    /// <summary>What addresses in an element are relative to: every xml:base around it, from the outside in.</summary>
    public static Uri AroundOf(XmlElement element, Uri address)
    {
        Uri around = element.Parent is null ? address : AroundOf(element.Parent, address);
        bool isSaid = Uri.TryCreate(Find(element.FindMark("xml", "base"), around), UriKind.Absolute, out Uri? named) && named.Scheme is "http" or "https";
        return isSaid ? named! : around;
    }
}
