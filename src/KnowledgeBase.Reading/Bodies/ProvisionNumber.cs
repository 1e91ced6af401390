namespace KnowledgeBase.Reading.Bodies;

/// <summary>The number of a chapter, article or annex: 三, 十二, 3, ３, IV, B; and of a year: 二〇二三.</summary>
static class ProvisionNumber
{
    const string Digits = "〇一二三四五六七八九";

    const string Letters = "IVXLC";

    static readonly int[] LetterValues = [1, 5, 10, 50, 100];

    /// <summary>The number; null when the words are none.</summary>
    public static int? Find(string written)
    {
        if (written.Length == 0)
            return null;
        if (int.TryParse(written.Normalize(System.Text.NormalizationForm.FormKC), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int plain))
            return plain;
        if (written.All(c => Letters.Contains(c)))
            return OfRoman(written);
        if (written is [>= 'A' and <= 'Z' and var letter])
            return letter - 'A' + 1;
        return OfHan(written);
    }

    // The Civil Code of China has the longest numbers: 第一千二百六十条.
    static int? OfHan(string written)
    {
        int sum = 0, digit = 0;
        foreach (char c in written.Replace('零', '〇').Replace('两', '二'))
        {
            int unit = c switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
            if (unit == 0 && !Digits.Contains(c))
                return null;
            sum += unit == 0 ? 0 : Math.Max(digit, 1) * unit;
            digit = unit == 0 ? digit * 10 + Digits.IndexOf(c, StringComparison.Ordinal) : 0;
        }
        return sum + digit;
    }

    static int OfRoman(string written)
    {
        int sum = 0;
        for (int i = 0; i < written.Length; i++)
        {
            int value = ValueOf(written[i]);
            sum += i + 1 < written.Length && ValueOf(written[i + 1]) > value ? -value : value;
        }
        return sum;
    }

    static int ValueOf(char letter) => LetterValues[Letters.IndexOf(letter, StringComparison.Ordinal)];
}
