using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Families;

/// <summary>What tells which story an article belongs to.</summary>
public sealed record FamilyTraits
{
    // A guess between reprints, which come within days, and next month's statement in the same words.
    const int MaxDaysApart = 14;

    // A translation comes within the day, or after a weekend and a holiday: a guess.
    const int MaxDaysBetweenVersions = 5;

    // Fewer tell nothing of what an article is not about.
    const int FewMarks = 3;

    // Above it most sentences are the same: a guess that Broder's .5 ("roughly the same") is too loose for news about the same matter.
    const double LeastLikeness = 0.8;
    const double LeastLikenessOfNumbers = 0.5;

    /// <summary>The article.</summary>
    public required ArticleId Id { get; init; }

    /// <summary>The story that an editor named; null when none did.</summary>
    public string? Editorial { get; init; }

    /// <summary>The articles that it names as its versions in other languages, whether they are known or not.</summary>
    public ImmutableArray<ArticleId> Links { get; init; } = [];

    /// <summary>The language it is written in; null when that was not kept.</summary>
    public Language? Language { get; init; }

    /// <summary>What its publisher calls the story in every language, hashed together with the publisher: its own id of it, and its address without the part that names the language.</summary>
    /// <remarks>A key that two articles of one language carry names no story but a template, a section or a counter, and is not to be heeded: see <see cref="FamilyParts.WithoutCommonKeys"/>.</remarks>
    public ImmutableArray<long> Keys { get; init; } = [];

    /// <summary>What it names that its versions in other languages name as well; none without the full date of a day.</summary>
    public ImmutableArray<FamilyMark> Marks { get; init; } = [];

    /// <summary>The day number of its date, in the proleptic Gregorian calendar; null without a date.</summary>
    public int? Day { get; init; }

    /// <summary>Its wording; null when it is too short to be told from others.</summary>
    public Sketch? Sketch { get; init; }

    /// <summary>True when both tell the same story: an editor says so, each names the other, their publisher calls both the same, or one is a reprint of the other.</summary>
    /// <remarks>One link alone may be a template's mistake and would join what has nothing in common; search engines too ask for the link back (RFC 8288 has the relation, Google's guide to hreflang the rule).</remarks>
    public bool AreOneStoryWith(FamilyTraits other) =>
        (Editorial is not null && Editorial == other.Editorial)
        || (Links.Contains(other.Id) && other.Links.Contains(Id))
        || IsVersionOf(other)
        || IsReprintOf(other);

    /// <summary>The same without some keys.</summary>
    internal FamilyTraits Without(HashSet<long> keys) => keys.Count == 0 || Keys.IsEmpty ? this : this with { Keys = Keys.RemoveAll(keys.Contains) };

    /// <inheritdoc/>
    public bool Equals(FamilyTraits? other) => other is not null
        && Id == other.Id && Editorial == other.Editorial && Day == other.Day && Language == other.Language && Keys.SequenceEqual(other.Keys) && Marks.SequenceEqual(other.Marks) && Links.SequenceEqual(other.Links) && Equals(Sketch, other.Sketch);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();

    bool IsVersionOf(FamilyTraits other) =>
        Language is not null && other.Language is not null && Language != other.Language
        && Day is { } day && other.Day is { } otherDay && Math.Abs(day - otherDay) <= MaxDaysBetweenVersions
        && Keys.Any(key => other.Keys.Contains(key))
        && !NamesNothingOf(other);

    // Counters of two languages may meet; what is told then has nothing in common.
    bool NamesNothingOf(FamilyTraits other) => Math.Min(Marks.Length, other.Marks.Length) >= FewMarks && !Marks.Any(other.Marks.Contains);

    bool IsReprintOf(FamilyTraits other) =>
        Sketch is { } mine && other.Sketch is { } theirs
        && (Day is not { } day || other.Day is not { } otherDay || Math.Abs(day - otherDay) <= MaxDaysApart)
        && mine.LikenessTo(theirs) >= LeastLikeness
        && (mine.LikenessOfNumbersTo(theirs) ?? 1) >= LeastLikenessOfNumbers;
}
