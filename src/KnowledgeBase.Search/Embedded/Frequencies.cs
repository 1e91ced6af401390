using System.Numerics;
using System.Runtime.Intrinsics;

namespace KnowledgeBase.Search.Embedded;

/// <summary>How often articles have a unit, in half a byte each: exactly up to 12, above in steps, where repetition has long stopped to count.</summary>
sealed class Frequencies
{
    // The steps above 12 are a guess; 40 stands for all that is more.
    static readonly byte[] Values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 18, 26, 40];

    readonly byte[] _codes;
    readonly int _count;

    Frequencies(byte[] codes, int count) => (_codes, _count) = (codes, count);

    /// <summary>Room they take, in bytes.</summary>
    public int Bytes => _codes.Length;

    /// <summary>Keeps frequencies; nothing where each is 1.</summary>
    /// <param name="frequencies">The frequencies, each 1 or more.</param>
    public static Frequencies Of(ReadOnlySpan<byte> frequencies)
    {
        byte[] codes = frequencies.ContainsAnyExcept((byte)1) ? new byte[(frequencies.Length + 1) / 2] : [];
        for (int at = 0; at < frequencies.Length && codes.Length > 0; at++)
            codes[at >> 1] |= (byte)(CodeOf(frequencies[at]) << ((at & 1) * 4));
        return new(codes, frequencies.Length);
    }

    /// <summary>The frequencies at places.</summary>
    /// <param name="places">The places.</param>
    /// <param name="often">Room for a frequency of each.</param>
    public void CopyTo(ReadOnlySpan<int> places, Span<float> often)
    {
        if (_codes.Length == 0)
        {
            often[..places.Length].Fill(1);
            return;
        }
        for (int i = 0; i < places.Length; i++)
            often[i] = Values[CodeAt(places[i])];
    }

    /// <summary>The first place from one on with such a frequency or a higher one; −1 when there is none.</summary>
    public int Next(int from, int least)
    {
        if (from >= _count || least <= 1)
            return from < _count ? from : -1;
        int code = Values.AsSpan().IndexOfAnyInRange((byte)Math.Min(least, byte.MaxValue), byte.MaxValue);
        if (code < 0 || _codes.Length == 0)
            return -1;
        if ((from & 1) == 1 && CodeAt(from++) >= code)
            return from - 1;
        for (int at = from >> 1; (at = NextByte(at, code)) < _codes.Length; at++)
        {
            if ((_codes[at] & 15) >= code)
                return 2 * at;
            if (_codes[at] >> 4 >= code)
                return (2 * at) + 1;
        }
        return -1;
    }

    // Sixty-four at a time.
    int NextByte(int at, int code)
    {
        var least = Vector256.Create((byte)code);
        var half = Vector256.Create((byte)15);
        for (; at + Vector256<byte>.Count <= _codes.Length; at += Vector256<byte>.Count)
        {
            Vector256<byte> pairs = Vector256.LoadUnsafe(ref _codes[at]);
            Vector256<byte> greater = Vector256.Max(pairs & half, (pairs.AsUInt16() >>> 4).AsByte() & half);
            uint found = Vector256.GreaterThanOrEqual(greater, least).ExtractMostSignificantBits();
            if (found != 0)
                return at + BitOperations.TrailingZeroCount(found);
        }
        return at;
    }

    int CodeAt(int at) => _codes[at >> 1] >> ((at & 1) * 4) & 15;

    static int CodeOf(byte frequency)
    {
        int code = Math.Min(frequency, (byte)12) - 1;
        while (code + 1 < Values.Length && Values[code + 1] <= frequency)
            code++;
        return code;
    }
}
