using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace KnowledgeBase.Web.Syndication;

/// <summary>Writes XML as bytes, whatever characters a text holds.</summary>
static class XmlText
{
    /// <summary>The document in UTF-8.</summary>
    public static byte[] Write(XElement root)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
            new XDocument(root).Save(writer);
        return bytes.ToArray();
    }

    /// <summary>The text without the characters that XML 1.0 forbids.</summary>
    public static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Utf16SequenceLength == 2 || XmlConvert.IsXmlChar((char)rune.Value)));

    /// <summary>A moment as RFC 3339 writes it.</summary>
    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
