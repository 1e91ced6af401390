namespace KnowledgeBase.Reading.Pages;

/// <summary>How well bytes fit one of the double-byte encodings of East Asia.</summary>
/// <param name="CodePage">The encoding's number.</param>
/// <param name="Characters">Characters that are not ASCII, valid or not.</param>
/// <param name="Common">Those of them that texts are mostly made of: kana, frequent ideographs, punctuation.</param>
/// <param name="Invalid">Those that can't be.</param>
/// <remarks>
/// The national standards put the frequent ideographs into a first level of their own (GB 2312, Big5, JIS X 0208) and kana and hangul into rows of their own.
/// A text read in the wrong encoding scatters over the rare ones.
/// </remarks>
readonly record struct DoubleByteEvidence(int CodePage, int Characters, int Common, int Invalid)
{
    const int Gb18030 = 54936;
    const int Big5 = 950;
    const int ShiftJis = 932;
    const int EucJp = 51932;
    const int EucKr = 949;

    /// <summary>More says little more and costs time.</summary>
    const int MaxBytes = 256 * 1024;

    /// <summary>Far below what any Japanese text has (about a half), far above what other texts have by chance.</summary>
    const double MinKanaShare = 0.1;

    /// <summary>1 when every character is a common one; an invalid one outweighs two common ones.</summary>
    public double Score => Characters == 0 ? 0 : (Common - 2.0 * Invalid) / Characters;

    /// <summary>The evidence for one encoding, or null when it is none of East Asia.</summary>
    public static DoubleByteEvidence? Weigh(ReadOnlySpan<byte> bytes, int codePage) =>
        codePage is Gb18030 or Big5 or ShiftJis or EucJp or EucKr ? Count(bytes[..Math.Min(bytes.Length, MaxBytes)], codePage) : null;

    /// <summary>The encoding that fits best.</summary>
    public static DoubleByteEvidence Best(ReadOnlySpan<byte> bytes)
    {
        DoubleByteEvidence best = default;
        // Korean text scores as well when read as GB 2312, never the other way round: of two equals the first is right.
        foreach (int codePage in (ReadOnlySpan<int>)[EucKr, EucJp, ShiftJis, Big5, Gb18030])
        {
            DoubleByteEvidence evidence = Weigh(bytes, codePage)!.Value;
            if (evidence.Score > best.Score)
                best = evidence;
        }
        return best;
    }

    static DoubleByteEvidence Count(ReadOnlySpan<byte> bytes, int codePage)
    {
        var (characters, common, invalid, kana) = (0, 0, 0, 0);
        for (int i = 0; i < bytes.Length;)
        {
            if (bytes[i] < 0x80)
            {
                i++;
                continue;
            }
            byte second = i + 1 < bytes.Length ? bytes[i + 1] : (byte)0;
            int length = LengthOf(bytes[i..], codePage);
            characters++;
            if (length == 0)
                invalid++;
            else if (length == 2 && IsCommon(bytes[i], second, codePage))
                common++;
            kana += IsKana(bytes[i], second, codePage) ? 1 : 0;
            i += Math.Max(length, 1);
        }
        // Without kana it is no Japanese: curly apostrophes of Western text look like ideographs in Shift_JIS.
        bool lacksKana = codePage is ShiftJis or EucJp && kana < characters * MinKanaShare;
        return new(codePage, characters, lacksKana ? 0 : common, invalid);
    }

    // 0 when the bytes are no character.
    static int LengthOf(ReadOnlySpan<byte> bytes, int codePage) => codePage switch
    {
        Gb18030 => bytes switch
        {
            [>= 0x81 and <= 0xFE, >= 0x30 and <= 0x39, >= 0x81 and <= 0xFE, >= 0x30 and <= 0x39, ..] => 4,
            [>= 0x81 and <= 0xFE, >= 0x40 and <= 0xFE and not 0x7F, ..] => 2,
            _ => 0,
        },
        Big5 => bytes is [>= 0x81 and <= 0xFE, (>= 0x40 and <= 0x7E) or (>= 0xA1 and <= 0xFE), ..] ? 2 : 0,
        ShiftJis => bytes switch
        {
            [>= 0xA1 and <= 0xDF, ..] => 1,
            [(>= 0x81 and <= 0x9F) or (>= 0xE0 and <= 0xFC), >= 0x40 and <= 0xFC and not 0x7F, ..] => 2,
            _ => 0,
        },
        EucJp when bytes is [0x8E, >= 0xA1 and <= 0xDF, ..] => 2,
        EucJp when bytes is [0x8F, >= 0xA1 and <= 0xFE, >= 0xA1 and <= 0xFE, ..] => 3,
        _ => bytes is [>= 0xA1 and <= 0xFE, >= 0xA1 and <= 0xFE, ..] ? 2 : 0,
    };

    static bool IsKana(byte first, byte second, int codePage) => codePage switch
    {
        ShiftJis => first == 0x82 && second >= 0x9F || first == 0x83,
        EucJp => first is 0xA4 or 0xA5,
        _ => false,
    };

    static bool IsCommon(byte first, byte second, int codePage) => codePage switch
    {
        Gb18030 => second >= 0xA1 && first is 0xA1 or 0xA3 or >= 0xB0 and <= 0xD7,
        Big5 => first is >= 0xA1 and <= 0xC6,
        ShiftJis => first is 0x81 or 0x82 or 0x83 or (>= 0x88 and <= 0x97),
        EucJp => first is 0xA1 or 0xA3 or 0xA4 or 0xA5 or (>= 0xB0 and <= 0xCF),
        _ => first is 0xA1 or 0xA3 or (>= 0xB0 and <= 0xC8),
    };
}
