using AngleSharp.Dom;
using KnowledgeBase.Reading.Bodies;

namespace KnowledgeBase.Reading.Metadata;

/// <summary>The meta elements of a page by name, property or itemprop.</summary>
sealed class MetaTags
{
    readonly Dictionary<string, List<string>> _contents = new(StringComparer.OrdinalIgnoreCase);

    public MetaTags(IDocument document)
    {
        foreach (IElement meta in document.GetElementsByTagName("meta"))
        {
            string content = PlainText.OneLine(meta.GetAttribute("content") ?? meta.GetAttribute("value") ?? "");
            foreach (string attribute in (ReadOnlySpan<string>)["property", "name", "itemprop"])
            {
                if (meta.GetAttribute(attribute)?.Trim() is not { Length: > 0 } name || content.Length == 0)
                    continue;
                if (_contents.TryGetValue(name, out List<string>? known))
                    known.Add(content);
                else
                    _contents.Add(name, [content]);
            }
        }
    }

    /// <summary>The content of the first of these names that the page has, or null.</summary>
    public string? Find(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (_contents.TryGetValue(name, out List<string>? contents))
                return contents[0];
        }
        return null;
    }

    /// <summary>All contents of this name, in their order: a page with several authors has an element for each.</summary>
    public IEnumerable<string> FindEvery(string name) => _contents.TryGetValue(name, out List<string>? contents) ? contents : [];

    /// <summary>The contents of those of these names that the page has.</summary>
    public IEnumerable<string> FindAll(IEnumerable<string> names) => names.Select(name => Find(name)).OfType<string>();
}
