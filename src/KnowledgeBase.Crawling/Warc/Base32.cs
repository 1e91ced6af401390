using System.Text;

namespace KnowledgeBase.Crawling.Warc;

/// <summary>Writes bytes in base 32 (RFC 4648, section 6).</summary>
static class Base32
{
    const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Write(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder((bytes.Length * 8 / 5) + 8);
        (int bits, int count) = (0, 0);
        foreach (byte b in bytes)
        {
            (bits, count) = (((bits << 8) | b) & 0xFFFF, count + 8);
            for (; count >= 5; count -= 5)
                text.Append(Letters[(bits >> (count - 5)) & 31]);
        }
        if (count > 0)
            text.Append(Letters[(bits << (5 - count)) & 31]);
        return text.Append('=', (8 - (text.Length % 8)) % 8).ToString();
    }
}
