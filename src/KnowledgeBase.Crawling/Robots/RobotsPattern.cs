using System.Text;

namespace KnowledgeBase.Crawling.Robots;

/// <summary>Compares paths with the patterns of robots.txt (RFC 9309, 2.2.2 and 2.2.3).</summary>
static class RobotsPattern
{
    /// <summary>Path and query as they are compared: non-ASCII percent-encoded, percent-encoding in upper case. Nothing is decoded.</summary>
    public static string Escape(string path)
    {
        var escaped = new StringBuilder(path.Length);
        foreach (byte b in Encoding.UTF8.GetBytes(path))
        {
            if (b >= 0x80)
                escaped.Append('%').Append(Convert.ToHexString([b]));
            else
                escaped.Append((char)b);
        }
        for (int i = 0; i + 2 < escaped.Length; i++)
        {
            if (escaped[i] == '%' && char.IsAsciiHexDigit(escaped[i + 1]) && char.IsAsciiHexDigit(escaped[i + 2]))
                (escaped[i + 1], escaped[i + 2]) = (char.ToUpperInvariant(escaped[i + 1]), char.ToUpperInvariant(escaped[i + 2]));
        }
        return escaped.ToString();
    }

    /// <summary>True when the pattern fits the beginning of the path, both escaped. The work is bounded by the product of their lengths.</summary>
    public static bool Fits(string pattern, string path)
    {
        bool isWhole = pattern.EndsWith('$');
        string[] parts = (isWhole ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
            return false;
        int at = parts[0].Length;
        // The first place where a part fits leaves the most room for the next ones.
        foreach (string part in parts.Skip(1))
        {
            int found = path.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + part.Length;
        }
        return !isWhole || at == path.Length || (parts.Length > 1 && path.Length - parts[^1].Length >= at - parts[^1].Length && path.EndsWith(parts[^1], StringComparison.Ordinal));
    }
}
