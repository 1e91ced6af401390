using System.Text;
using KnowledgeBase.Crawling.Markup;

namespace KnowledgeBase.Crawling.Feeds;

/// <summary>Takes the value out of an element that may hold text, escaped HTML, HTML or base64.</summary>
static class FeedMarkup
{
    /// <summary>The value, or null when it is empty.</summary>
    public static string? Of(XmlElement? element)
    {
        if (element is null)
            return null;
        string value = element.Elements.Any() ? InnerMarkup.Of(Unwrapped(element)) : Decoded(element);
        return value.Length == 0 ? null : value;
    }

    /// <summary>The value of the first element of these that has one, or null.</summary>
    public static string? First(IEnumerable<XmlElement> elements) => elements.Select(Of).FirstOrDefault(value => value is not null);

    static string Decoded(XmlElement element)
    {
        string text = element.Text.Trim();
        string type = element.Find("type") ?? "";
        bool isBase64 = element.Find("mode") == "base64" || IsBinary(type, element);
        if (!isBase64)
            return text;
        Span<byte> bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int length) ? Encoding.UTF8.GetString(bytes[..length]).Trim() : text;
    }

    // Atom 1.0: what is neither text nor XML is base64 (RFC 4287, 4.1.3.3). Atom 0.3 says so in "mode".
    static bool IsBinary(string type, XmlElement element) =>
        element.Find("mode") is null && element.Find("src") is null && type.Contains('/', StringComparison.Ordinal)
        && !type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) && !type.EndsWith("xml", StringComparison.OrdinalIgnoreCase);

    // XHTML stands in one div that is no part of it (RFC 4287, 3.1.1.3).
    static XmlElement Unwrapped(XmlElement element) =>
        element.Find("type") == "xhtml" && element.Elements.Count() == 1 && element.Elements.First() is var div && div.Is("div") ? div : element;
}
