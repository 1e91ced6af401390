using System.Buffers;
using System.Text;

namespace KnowledgeBase.Reading.Pages;

/// <summary>How well bytes fit UTF-8.</summary>
/// <param name="Sequences">Characters of more than one byte.</param>
/// <param name="Invalid">Places that are no character.</param>
readonly record struct Utf8Evidence(int Sequences, int Invalid)
{
    public double InvalidShare => Sequences + Invalid == 0 ? 0 : (double)Invalid / (Sequences + Invalid);

    /// <summary>True when nothing else is likely: other encodings hardly ever make a dozen valid sequences and no invalid one.</summary>
    public bool IsCertain => Sequences >= 12 && Invalid == 0;

    public static Utf8Evidence Weigh(ReadOnlySpan<byte> bytes)
    {
        var (sequences, invalid) = (0, 0);
        while (bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) is >= 0 and var next)
        {
            bytes = bytes[next..];
            OperationStatus status = Rune.DecodeFromUtf8(bytes, out _, out int length);
            if (status == OperationStatus.Done)
                sequences++;
            else if (status == OperationStatus.InvalidData)
                invalid++;
            bytes = bytes[length..];
        }
        return new(sequences, invalid);
    }
}
