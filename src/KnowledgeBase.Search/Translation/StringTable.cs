using System.Runtime.InteropServices;
using System.Text;

namespace KnowledgeBase.Search.Translation;

/// <summary>Texts in the order of their UTF-8 bytes, one after the other in one piece of memory, so that hundreds of thousands load at once.</summary>
sealed class StringTable(ReadOnlyMemory<byte> text, ReadOnlyMemory<byte> ends)
{
    /// <summary>How many there are.</summary>
    public int Count => ends.Length / sizeof(int);

    /// <summary>The text of a number.</summary>
    public string this[int number] => Encoding.UTF8.GetString(BytesOf(number));

    /// <summary>The number of a text, or −1.</summary>
    public int Find(ReadOnlySpan<char> wanted)
    {
        if (wanted.Length > MaxLength)
            return -1;
        Span<byte> bytes = stackalloc byte[MaxLength * 3];
        bytes = bytes[..Encoding.UTF8.GetBytes(wanted, bytes)];
        int low = 0;
        int high = Count - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = BytesOf(middle).SequenceCompareTo(bytes);
            if (order == 0)
                return middle;
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }
        return -1;
    }

    /// <summary>No text is longer, in UTF-16 units.</summary>
    public const int MaxLength = 80;

    /// <summary>Writes texts that are in order.</summary>
    public static void Write(BinaryWriter writer, IReadOnlyList<byte[]> texts)
    {
        writer.Write(texts.Sum(each => each.Length));
        foreach (byte[] each in texts)
            writer.Write(each);
        writer.Write(texts.Count * sizeof(int));
        int end = 0;
        foreach (byte[] each in texts)
            writer.Write(end += each.Length);
    }

    ReadOnlySpan<byte> BytesOf(int number)
    {
        ReadOnlySpan<int> places = MemoryMarshal.Cast<byte, int>(ends.Span);
        int start = number == 0 ? 0 : places[number - 1];
        return text.Span[start..places[number]];
    }
}

/// <summary>For each of a number of things the things it leads to, with weights.</summary>
sealed class Links(ReadOnlyMemory<byte> ends, ReadOnlyMemory<byte> targets, ReadOnlyMemory<byte> weights)
{
    /// <summary>Where a thing leads, and with what weight, 0 to 1.</summary>
    public IEnumerable<(int Target, float Weight)> Of(int number)
    {
        (int start, int end) = BoundsOf(number);
        for (int i = start; i < end; i++)
            yield return (MemoryMarshal.Cast<byte, int>(targets.Span)[i], weights.Span[i] / 255f);
    }

    /// <summary>To how many things it leads.</summary>
    public int CountOf(int number)
    {
        (int start, int end) = BoundsOf(number);
        return end - start;
    }

    (int Start, int End) BoundsOf(int number)
    {
        ReadOnlySpan<int> places = MemoryMarshal.Cast<byte, int>(ends.Span);
        return (number == 0 ? 0 : places[number - 1], places[number]);
    }

    /// <summary>Writes links that are in the order of what they come from.</summary>
    public static void Write(BinaryWriter writer, int count, IReadOnlyList<(int From, int To, float Weight)> links)
    {
        int[] ends = new int[count];
        foreach ((int from, _, _) in links)
            ends[from]++;
        writer.Write(count * sizeof(int));
        int end = 0;
        foreach (int each in ends)
            writer.Write(end += each);
        writer.Write(links.Count * sizeof(int));
        foreach ((_, int to, _) in links)
            writer.Write(to);
        writer.Write(links.Count);
        foreach ((_, _, float weight) in links)
            writer.Write((byte)Math.Clamp(MathF.Round(weight * 255), 1, 255));
    }
}
