using KnowledgeBase.Reading.Bodies;
using KnowledgeBase.Reading.Metadata;

namespace KnowledgeBase.Reading.Stories;

/// <summary>Weighs one candidate for the story against another.</summary>
sealed class StoryEvidence(PageMetadata metadata)
{
    /// <summary>A description shorter than this is a slogan.</summary>
    const int MinDescriptionLetters = 24;

    const int LettersAtATime = 8;

    /// <summary>A shorter text can be about its headline without repeating its words.</summary>
    const int EnoughToJudge = 1000;

    const int MinSubjects = 6;

    readonly string[] _subject = [.. Subjects($"{metadata.Headline} {metadata.Description}").Distinct(StringComparer.OrdinalIgnoreCase)];

    readonly string _description = PlainText.Letters(metadata.Description ?? "");

    /// <summary>True when a text is about something else than the page's headline and description.</summary>
    public bool Speaks(StoryBody against) => against.Weight >= EnoughToJudge && About(against) < 0.3;

    /// <summary>True when the other candidate is the story, or has more of it. Its thresholds were chosen on the development pages, where they raise F1 by .01 to .03 in each set.</summary>
    public bool IsBetter(StoryBody other, StoryBody present)
    {
        if (other.Text.Length == 0 || present.Text.Length == 0)
            return other.Text.Length > 0;
        if (ProseShare(present) < 0.2 && ProseShare(other) > 0.6)
            return true;
        if (Told(present) < 0.3 && Told(other) >= 0.6)
            return true;
        return present.Weight < other.Weight * 0.75 && (BeginsTooLate(present, other) || HasMoreProse(other, present)) || IsWithoutSurroundings(other, present);
    }

    static double ProseShare(StoryBody body) =>
        (double)StoryBlock.Split(body).Where(block => block.IsProse).Sum(block => block.Weight) / Math.Max(1, body.Weight);

    // All of the present one and as much prose again, with hardly anything else: it stopped too early.
    static bool HasMoreProse(StoryBody other, StoryBody present)
    {
        HashSet<string> known = [.. present.Text.Split("\n\n")];
        IReadOnlyList<StoryBlock> blocks = StoryBlock.Split(other);
        if (blocks.Where(block => known.Contains(block.Text)).Sum(block => block.Weight) < present.Weight * 0.9)
            return false;
        List<StoryBlock> more = [.. blocks.Where(block => !known.Contains(block.Text))];
        return more.Where(block => block.IsProse && block.LinkShare < 0.3).Sum(block => block.Weight) > more.Sum(block => block.Weight) * 0.9;
    }

    // Nearly the same text, and what it leaves out was not what the page calls its story.
    bool IsWithoutSurroundings(StoryBody other, StoryBody present)
    {
        if (other.Weight < present.Weight * 0.7 || other.Weight >= present.Weight || Told(other) < Told(present))
            return false;
        HashSet<string> known = [.. present.Text.Split("\n\n")];
        return StoryBlock.Split(other).Where(block => !known.Contains(block.Text)).Sum(block => block.Weight) < other.Weight * 0.05;
    }

    // Prose before the first words of the present one, in a text that has all of them: it lost the beginning.
    static bool BeginsTooLate(StoryBody present, StoryBody other)
    {
        HashSet<string> known = [.. present.Text.Split("\n\n")];
        IReadOnlyList<StoryBlock> blocks = StoryBlock.Split(other);
        double shared = blocks.Where(block => known.Contains(block.Text)).Sum(block => block.Weight);
        if (shared < present.Weight * 0.4)
            return false;
        List<StoryBlock> more = [.. blocks.Where(block => !known.Contains(block.Text))];
        double before = blocks.TakeWhile(block => !known.Contains(block.Text)).Sum(block => block.Weight);
        double all = more.Sum(block => block.Weight);
        return before > all * 0.1 && more.Where(block => block.IsProse).Sum(block => block.Weight) > all * 0.5;
    }

    // The share of the pairs of letters of headline and description, written in ideographs, or of their longer words.
    double About(StoryBody body)
    {
        if (_subject.Length < MinSubjects)
            return 1;
        return (double)_subject.Count(word => body.Text.Contains(word, StringComparison.OrdinalIgnoreCase)) / _subject.Length;
    }

    static IEnumerable<string> Subjects(string text)
    {
        string[] words = text.Split([.. text.Where(c => !char.IsLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries);
        foreach (string word in words)
        {
            if (!PlainText.IsIdeographic(word[0]) && word.Length >= 5)
                yield return word[..5]; // Endings differ.
            for (int i = 0; i + 1 < word.Length; i++)
            {
                if (PlainText.IsIdeographic(word[i]) && PlainText.IsIdeographic(word[i + 1]))
                    yield return word.Substring(i, 2);
            }
        }
    }

    double Told(StoryBody body)
    {
        if (_description.Length < MinDescriptionLetters)
            return 1;
        string letters = PlainText.Letters(body.Text);
        var parts = Enumerable.Range(0, _description.Length / LettersAtATime).Select(i => _description.Substring(i * LettersAtATime, LettersAtATime)).ToList();
        return (double)parts.Count(part => letters.Contains(part, StringComparison.Ordinal)) / parts.Count;
    }
}
