using System.Text;

namespace KnowledgeBase.Crawling.Markup;

/// <summary>Writes what is inside an element as markup again.</summary>
static class InnerMarkup
{
    public static string Of(XmlElement element)
    {
        var markup = new StringBuilder();
        foreach (XmlNode node in element.Nodes)
            Write(node, markup);
        return markup.ToString().Trim();
    }

    static void Write(XmlNode node, StringBuilder markup)
    {
        if (node is XmlText text)
            markup.Append(Escape(text.Value));
        if (node is not XmlElement element)
            return;
        markup.Append('<').Append(element.Name);
        foreach (XmlMark mark in element.Marks)
            markup.Append(' ').Append(mark.Prefix.Length > 0 ? mark.Prefix + ":" : "").Append(mark.Name).Append("=\"").Append(Escape(mark.Value).Replace("\"", "&quot;", StringComparison.Ordinal)).Append('"');
        if (element.Nodes.Count == 0)
        {
            markup.Append(" />");
            return;
        }
        markup.Append('>');
        foreach (XmlNode inner in element.Nodes)
            Write(inner, markup);
        markup.Append("</").Append(element.Name).Append('>');
    }

    static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
