using System.Buffers;
using System.Collections.Immutable;

namespace KnowledgeBase.Crawling.Markup;

/// <summary>Reads XML as people really write it: with bare ampersands, missing ends, undeclared prefixes, HTML in the middle.</summary>
/// <remarks>Document type declarations are passed over, so that nothing outside the text is ever read. The work is linear in the text.</remarks>
sealed class LenientXml
{
    /// <summary>Elements deeper than this are put beside each other: nothing sensible is so deep.</summary>
    const int MaxDepth = 200;

    static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/>=");
    static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \t\r\n>");

    readonly string _text;
    readonly Entities _entities = new();
    readonly Stack<(XmlElement Element, ImmutableDictionary<string, string> Prefixes)> _open = new();
    readonly Dictionary<string, int> _openNames = new(StringComparer.OrdinalIgnoreCase);
    XmlElement? _root;
    int _at;

    LenientXml(string text) => _text = text;

    /// <summary>The root element, or null when there is none.</summary>
    public static XmlElement? Parse(string text)
    {
        var reader = new LenientXml(text);
        reader.ReadAll();
        return reader._root;
    }

    void ReadAll()
    {
        while (_at < _text.Length)
        {
            int next = _text.IndexOf('<', _at);
            AddText(_at, next < 0 ? _text.Length : next);
            if (next < 0)
                return;
            _at = next;
            ReadMarkup();
        }
    }

    void ReadMarkup()
    {
        if (Starts("<!--"))
            Skip("-->");
        else if (Starts("<![CDATA["))
            ReadCharacters();
        else if (Starts("<!DOCTYPE") && _root is null)
            ReadDoctype();
        else if (Starts("<?") || Starts("<!"))
            Skip(">");
        else if (Starts("</"))
            ReadEnd();
        else if (_at + 1 < _text.Length && (char.IsLetter(_text[_at + 1]) || _text[_at + 1] == '_'))
            ReadStart();
        else
            ReadStray();
    }

    // A sign that opens nothing is text.
    void ReadStray()
    {
        int start = _at;
        while (_at + 1 < _text.Length && _text[_at + 1] == '<')
            _at++;
        // The last of a row may open something after all.
        _at = Math.Max(start + 1, _at);
        AddText(start, _at);
    }

    void ReadCharacters()
    {
        int start = _at + "<![CDATA[".Length;
        Skip("]]>");
        int end = _text.AsSpan(start, _at - start).EndsWith("]]>", StringComparison.Ordinal) ? _at - 3 : _at;
        if (_open.Count > 0)
            _open.Peek().Element.Add(new XmlText(_text[start..end]));
    }

    void ReadDoctype()
    {
        int end = _text.IndexOf('>', _at);
        int inner = _text.IndexOf('[', _at);
        if (inner >= 0 && inner < end)
        {
            int close = _text.IndexOf("]>", inner, StringComparison.Ordinal);
            int spaced = _text.IndexOf(']', inner);
            end = close >= 0 ? close + 1 : spaced >= 0 ? _text.IndexOf('>', spaced) : _text.Length - 1;
            string declaration = _text[inner..Math.Max(inner, end)];
            if (Doctype.IsBomb(declaration))
                end = _text.Length - 1;
            foreach ((string name, string value) in Doctype.EntitiesOf(declaration))
                _entities.Define(name, value);
        }
        _at = end < 0 ? _text.Length : end + 1;
    }

    void ReadEnd()
    {
        int end = _text.IndexOf('>', _at);
        if (end < 0)
        {
            _at = _text.Length;
            return;
        }
        string name = _text[(_at + 2)..end].Trim();
        _at = end + 1;
        if (_openNames.GetValueOrDefault(name) == 0)
            return;
        XmlElement ended;
        // What was left open inside ends here too.
        do
            ended = Pop();
        while (!ended.FullName.Equals(name, StringComparison.OrdinalIgnoreCase));
        ended.IsClosed = true;
    }

    XmlElement Pop()
    {
        XmlElement element = _open.Pop().Element;
        _openNames[element.FullName]--;
        return element;
    }

    void ReadStart()
    {
        _at++;
        (string prefix, string name) = Split(ReadName());
        ImmutableArray<XmlMark> marks = ReadMarks(out bool isEmpty, out bool isWhole);
        if (!isWhole)
            return;
        ImmutableDictionary<string, string> prefixes = _open.Count > 0 ? _open.Peek().Prefixes : ImmutableDictionary<string, string>.Empty;
        foreach (XmlMark mark in marks)
        {
            if (mark.Prefix == "xmlns" || mark is { Prefix: "", Name: "xmlns" })
                prefixes = prefixes.SetItem(mark.Prefix == "xmlns" ? mark.Name : "", mark.Value.Trim());
        }
        XmlElement? parent = _open.Count > 0 ? _open.Peek().Element : null;
        var element = new XmlElement(prefix, name, prefixes.GetValueOrDefault(prefix, prefix), marks, parent) { IsClosed = isEmpty };
        parent?.Add(element);
        // What follows the root's end is no part of the document.
        _root ??= element;
        if (!isEmpty && _open.Count < MaxDepth && (parent is not null || _root == element))
            Push(element, prefixes);
    }

    void Push(XmlElement element, ImmutableDictionary<string, string> prefixes)
    {
        _open.Push((element, prefixes));
        _openNames[element.FullName] = _openNames.GetValueOrDefault(element.FullName) + 1;
    }

    ImmutableArray<XmlMark> ReadMarks(out bool isEmpty, out bool isWhole)
    {
        var marks = ImmutableArray.CreateBuilder<XmlMark>();
        (isEmpty, isWhole) = (false, false);
        while (_at < _text.Length)
        {
            char c = _text[_at];
            if (c == '>')
            {
                isWhole = true;
                _at++;
                break;
            }
            isEmpty = c == '/' || (isEmpty && char.IsWhiteSpace(c));
            if (c is '/' or '=' or '"' or '\'' || char.IsWhiteSpace(c))
                _at++;
            else
                marks.Add(ReadMark());
        }
        return marks.ToImmutable();
    }

    XmlMark ReadMark()
    {
        (string prefix, string name) = Split(ReadName());
        int at = _at;
        while (at < _text.Length && char.IsWhiteSpace(_text[at]))
            at++;
        if (at >= _text.Length || _text[at] != '=')
            return new(prefix, name, "");
        _at = at + 1;
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
            _at++;
        return new(prefix, name, _entities.Resolve(ReadValue()));
    }

    ReadOnlySpan<char> ReadValue()
    {
        bool isQuoted = _at < _text.Length && _text[_at] is '"' or '\'';
        int start = isQuoted ? _at + 1 : _at;
        ReadOnlySpan<char> rest = _text.AsSpan(start);
        int length = isQuoted ? rest.IndexOf(_text[_at]) : rest.IndexOfAny(ValueEnds);
        length = length < 0 ? rest.Length : length;
        _at = Math.Min(_text.Length, start + length + (isQuoted ? 1 : 0));
        return rest[..length];
    }

    string ReadName()
    {
        int length = _text.AsSpan(_at).IndexOfAny(NameEnds);
        int end = length < 0 ? _text.Length : _at + length;
        string name = _text[_at..end];
        _at = end;
        return name;
    }

    void AddText(int start, int end)
    {
        if (end > start && _open.Count > 0)
            _open.Peek().Element.Add(new XmlText(_entities.Resolve(_text.AsSpan(start, end - start))));
    }

    bool Starts(string what) => string.CompareOrdinal(_text, _at, what, 0, what.Length) == 0;

    void Skip(string end)
    {
        int at = _text.IndexOf(end, _at, StringComparison.Ordinal);
        _at = at < 0 ? _text.Length : at + end.Length;
    }

    static (string Prefix, string Name) Split(string name) =>
        name.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? (name[..colon], name[(colon + 1)..]) : ("", name);
}
