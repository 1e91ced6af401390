using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Reading.Annotations;

namespace KnowledgeBase.Reading.People;

/// <summary>The posts people are known to have held: as editors wrote in briefs, and as texts say beside names that are linked for sure.</summary>
sealed class KnownPosts(ContentFolder content)
{
    readonly HashSet<(string PersonId, string Post)> _posts =
        [.. content.Briefs.SelectMany(brief => brief.People).Where(person => person.Post is not null).Select(person => (person.PersonId, Folded(person.Post!, content.HanVariants)))];

    public void Add(Quote quote)
    {
        if (quote is { PersonId: { } person, Post: { } post })
            _posts.Add((person, Folded(post, content.HanVariants)));
    }

    /// <summary>True when the person held the post, or one that ends on its words: 副市长 is the end of 神户市副市长.</summary>
    public bool Held(string personId, string post)
    {
        string folded = Folded(post, content.HanVariants);
        return _posts.Any(known => known.PersonId == personId && (EndsOn(known.Post, folded) || EndsOn(folded, known.Post)));
    }

    static bool EndsOn(string longer, string shorter) =>
        shorter.Length > 1 && longer.EndsWith(shorter, StringComparison.Ordinal)
        && (longer.Length == shorter.Length || !FoldedText.CutsWord(longer, longer.Length - shorter.Length));

    static string Folded(string post, HanVariants variants) => FoldedText.WithoutCase(post.Trim(), variants);
}
