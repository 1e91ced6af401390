using System.Buffers;
using System.Text;

namespace KnowledgeBase.Reading.Pages;

/// <summary>Finds the encoding a page declares in its first bytes, before anything is known about its characters.</summary>
/// <remarks>Follows "prescan a byte stream to determine its encoding" of the HTML standard, but looks further than its 1024 bytes: many Chinese sites declare late.</remarks>
ref struct MetaPrescan
{
    const int MaxBytes = 64 * 1024;

    static readonly SearchValues<char> EndsOfLabel = SearchValues.Create(" ;\t\r\n\f\"'");

    readonly ReadOnlySpan<byte> _bytes;
    int _at;

    MetaPrescan(ReadOnlySpan<byte> bytes) => _bytes = bytes[..Math.Min(bytes.Length, MaxBytes)];

    /// <summary>The encoding of an XML declaration or a meta element, or null.</summary>
    public static Encoding? Find(ReadOnlySpan<byte> bytes)
    {
        Encoding? declared = FindXmlDeclaration(bytes) ?? new MetaPrescan(bytes).FindMeta();
        // A declaration that could be read byte by byte is not in UTF-16.
        return declared?.CodePage is 1200 or 1201 ? CharacterEncodings.Utf8 : declared;
    }

    static Encoding? FindXmlDeclaration(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> start = bytes.TrimStart(" \t\r\n"u8);
        int end = start.StartsWith("<?xml"u8) ? start.IndexOf("?>"u8) : -1;
        if (end < 0)
            return null;
        string declaration = Encoding.Latin1.GetString(start[..end]);
        int at = declaration.IndexOf("encoding", StringComparison.OrdinalIgnoreCase);
        string[] parts = at < 0 ? [] : declaration[at..].Split('"', '\'');
        return parts.Length > 1 ? CharacterEncodings.Find(parts[1]) : null;
    }

    Encoding? FindMeta()
    {
        for (; _at < _bytes.Length; _at++)
        {
            ReadOnlySpan<byte> rest = _bytes[_at..];
            if (rest.StartsWith("<!--"u8))
                SkipTo("-->"u8, 2);
            else if (IsMeta(rest) && ReadMeta() is { } encoding)
                return encoding;
            else if (rest is [(byte)'<', var letter, ..] && char.IsAsciiLetter((char)letter) || rest is [(byte)'<', (byte)'/', var name, ..] && char.IsAsciiLetter((char)name))
                SkipTag();
            else if (rest is [(byte)'<', (byte)'!' or (byte)'/' or (byte)'?', ..])
                SkipTo(">"u8, 1);
        }
        return null;
    }

    static bool IsMeta(ReadOnlySpan<byte> rest) =>
        rest.Length > 6 && Ascii.EqualsIgnoreCase(rest[..5], "<meta"u8) && (IsSpace(rest[5]) || rest[5] == '/');

    Encoding? ReadMeta()
    {
        _at += 5;
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        bool isPragma = false;
        bool needsPragma = false;
        string? label = null;
        while (ReadAttribute() is { Name.Length: > 0 } attribute)
        {
            if (!seen.Add(attribute.Name))
                continue;
            if (attribute.Name.Equals("http-equiv", StringComparison.OrdinalIgnoreCase))
                isPragma |= attribute.Value.Equals("content-type", StringComparison.OrdinalIgnoreCase);
            else if (attribute.Name.Equals("content", StringComparison.OrdinalIgnoreCase) && label is null && LabelOf(attribute.Value) is { } content)
                (label, needsPragma) = (content, true);
            else if (attribute.Name.Equals("charset", StringComparison.OrdinalIgnoreCase))
                (label, needsPragma) = (attribute.Value, false);
        }
        return needsPragma && !isPragma ? null : CharacterEncodings.Find(label);
    }

    /// <summary>The label of a content type such as <c>text/html; charset=gbk</c>, or null.</summary>
    public static string? LabelOf(string contentType)
    {
        int at = -1;
        while ((at = contentType.IndexOf("charset", at + 1, StringComparison.OrdinalIgnoreCase)) >= 0)
        {
            ReadOnlySpan<char> rest = contentType.AsSpan(at + 7).TrimStart();
            if (!rest.StartsWith("="))
                continue;
            rest = rest[1..].TrimStart();
            if (rest is ['"' or '\'', ..])
                return rest[1..].IndexOf(rest[0]) is >= 0 and var close ? rest.Slice(1, close).ToString() : null;
            int end = rest.IndexOfAny(EndsOfLabel);
            return (end < 0 ? rest : rest[..end]).ToString();
        }
        return null;
    }

    void SkipTag()
    {
        while (_at < _bytes.Length && !IsSpace(_bytes[_at]) && _bytes[_at] != '>')
            _at++;
        while (ReadAttribute() is { Name.Length: > 0 })
        {
        }
    }

    // Leaves the position on the last byte read, as the loop of the caller steps on.
    (string Name, string Value)? ReadAttribute()
    {
        while (_at < _bytes.Length && (IsSpace(_bytes[_at]) || _bytes[_at] == '/'))
            _at++;
        if (_at >= _bytes.Length || _bytes[_at] == '>')
            return null;
        int start = _at;
        while (_at < _bytes.Length && !IsSpace(_bytes[_at]) && _bytes[_at] is not ((byte)'/' or (byte)'>') && (_bytes[_at] != '=' || _at == start))
            _at++;
        string name = Encoding.Latin1.GetString(_bytes[start.._at]);
        SkipSpaces();
        if (_at >= _bytes.Length || _bytes[_at] != '=')
            return (name, "");
        _at++;
        SkipSpaces();
        return ReadValue() is { } value ? (name, value) : null;
    }

    string? ReadValue()
    {
        if (_at >= _bytes.Length)
            return null;
        if (_bytes[_at] is (byte)'"' or (byte)'\'')
        {
            int length = _bytes[(_at + 1)..].IndexOf(_bytes[_at]);
            int first = _at + 1;
            _at = length < 0 ? _bytes.Length : first + length + 1;
            return length < 0 ? null : Encoding.Latin1.GetString(_bytes.Slice(first, length));
        }
        int start = _at;
        while (_at < _bytes.Length && !IsSpace(_bytes[_at]) && _bytes[_at] != '>')
            _at++;
        // Without its end the value may be cut.
        return _at >= _bytes.Length ? null : Encoding.Latin1.GetString(_bytes[start.._at]);
    }

    void SkipSpaces()
    {
        while (_at < _bytes.Length && IsSpace(_bytes[_at]))
            _at++;
    }

    void SkipTo(ReadOnlySpan<byte> end, int from)
    {
        int length = _at + from >= _bytes.Length ? -1 : _bytes[(_at + from)..].IndexOf(end);
        _at = length < 0 ? _bytes.Length : _at + from + length + end.Length - 1;
    }

    static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f';
}
