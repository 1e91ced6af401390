using System.Text;
using KnowledgeBase.Editorial;
using KnowledgeBase.Reading.Annotations;

namespace KnowledgeBase.Reading.People;

/// <summary>A name without what differs between spellings of it that may be the same, more loosely than what links a person for sure.</summary>
static class LooseName
{
    // Long vowels and nasals of romanised Japanese: Ohno, Oono, Ouno, Ōno; Honma, Homma.
    static readonly (string Written, string Plain)[] Romanisations =
        [("ou", "o"), ("oo", "o"), ("uu", "u"), ("ohn", "on"), ("ohs", "os"), ("oht", "ot"), ("ohk", "ok"), ("ohy", "oy"), ("mb", "nb"), ("mp", "np"), ("mm", "nm")];

    public static string KeyOf(string name, HanVariants variants)
    {
        var key = new StringBuilder(name.Length);
        foreach (char c in FoldedText.WithoutCase(name, variants))
        {
            char plain = Plain(c);
            if (plain == '々' && key.Length > 0)
                key.Append(key[^1]);
            else if (char.IsLetterOrDigit(plain))
                key.Append(plain);
        }
        foreach ((string written, string sound) in Romanisations)
            key.Replace(written, sound);
        return key.ToString();
    }

    // The same small word within a family name, written in three ways.
    static char Plain(char c) => c switch
    {
        'ノ' or '之' or '乃' => 'の',
        'ヶ' or 'ケ' or 'が' or 'ガ' => 'ヶ',
        _ => c,
    };
}
