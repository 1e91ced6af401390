using System.Collections.Immutable;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>The forms of regular English verbs; words in other letters have one form.</summary>
static class EnglishVerb
{
    /// <summary>The forms that follow a subject in the singular, and "to" with the plain form: lifts, lifted, to lift.</summary>
    public static ImmutableArray<string> FormsOf(string verb) => !char.IsAsciiLetter(verb[^1]) ? [verb]
        : [verb[^1] == 'y' && !"aeiou".Contains(verb[^2]) ? verb[..^1] + "ies" : EndsInHiss(verb) ? verb + "es" : verb + "s", Past(verb), "to " + verb, .. Doubled(verb)];

    static string Past(string verb) => verb[^1] switch
    {
        'e' => verb + "d",
        'y' when !"aeiou".Contains(verb[^2]) => verb[..^1] + "ied",
        _ => verb + "ed",
    };

    /// <summary>Cap makes capped: a short word with one vowel before its last consonant.</summary>
    static ImmutableArray<string> Doubled(string verb) =>
        verb.Length is 3 or 4 && IsVowel(verb[^2]) && !IsVowel(verb[^3]) && !IsVowel(verb[^1]) && verb[^1] is not ('w' or 'x' or 'y') ? [verb + verb[^1] + "ed"] : [];

    static bool IsVowel(char letter) => "aeiou".Contains(letter);

    static bool EndsInHiss(string verb) => verb[^1] is 's' or 'x' or 'z' || verb.EndsWith("ch", StringComparison.Ordinal) || verb.EndsWith("sh", StringComparison.Ordinal);
}
