using System.Collections.Immutable;

namespace KnowledgeBase.Crawling.Markup;

/// <summary>A piece of an XML document: an element or text.</summary>
abstract record XmlNode;

/// <summary>Text, with its entities resolved.</summary>
sealed record XmlText(string Value) : XmlNode;

/// <summary>An attribute, with its entities resolved.</summary>
readonly record struct XmlMark(string Prefix, string Name, string Value);

/// <summary>An element.</summary>
/// <param name="Prefix">The prefix as written; empty when there is none.</param>
/// <param name="Name">The name after the prefix, as written.</param>
/// <param name="Namespace">The namespace its prefix stands for; the prefix itself where nobody says; empty when there is none.</param>
/// <param name="Marks">The attributes in their order.</param>
/// <param name="Parent">The element around it; null for the root.</param>
sealed record XmlElement(string Prefix, string Name, string Namespace, ImmutableArray<XmlMark> Marks, XmlElement? Parent) : XmlNode
{
    readonly List<XmlNode> _nodes = [];

    /// <summary>The name with its prefix, as written.</summary>
    public string FullName { get; } = Prefix.Length == 0 ? Name : $"{Prefix}:{Name}";

    /// <summary>What is inside.</summary>
    public IReadOnlyList<XmlNode> Nodes => _nodes;

    /// <summary>True when its end was there: false says that the document broke off inside it.</summary>
    public bool IsClosed { get; set; }

    public IEnumerable<XmlElement> Elements => _nodes.OfType<XmlElement>();

    /// <summary>All the text inside, without markup.</summary>
    public string Text => string.Concat(Texts(this));

    public void Add(XmlNode node) => _nodes.Add(node);

    /// <summary>An attribute without prefix, or null.</summary>
    public string? Find(string name) => FindMark("", name);

    /// <summary>The nearest value of an attribute with prefix, on it or around it, or null.</summary>
    public string? FindInherited(string prefix, string name)
    {
        for (XmlElement? at = this; at is not null; at = at.Parent)
        {
            if (at.FindMark(prefix, name) is { } value)
                return value;
        }
        return null;
    }

    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    // Records print and compare their members: parent and child would go round for ever.
    public bool Equals(XmlElement? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    public override string ToString() => $"<{Name}>";

    public string? FindMark(string prefix, string name)
    {
        foreach (XmlMark mark in Marks)
        {
            if (mark.Prefix == prefix && mark.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return mark.Value;
        }
        return null;
    }

    static IEnumerable<string> Texts(XmlElement element) =>
        element._nodes.SelectMany(node => node switch { XmlText text => [text.Value], XmlElement inner => Texts(inner), _ => Array.Empty<string>() });
}
