using KnowledgeBase.Articles;

namespace KnowledgeBase.Families;

/// <summary>How much a shared mark tells: minus the natural logarithm of the chance that another article of these days names it too.</summary>
/// <remarks>
/// The chance is counted among the articles of the same days and of the weeks around them, whichever is higher: at a summit everybody names its guests. So few articles say little,
/// therefore a guess from the kind of mark counts as many articles as <see cref="Guessed"/> (the mean of a beta distribution with that prior). What is 9.2 is one in ten thousand.
/// </remarks>
static class MarkRarity
{
    // So many articles have to be seen before counts weigh as much as the guess.
    const int Guessed = 50;

    // A fourth digit is often rounded away, and more than one in ten thousand is not to be believed of any number.
    const int MaxDigits = 4;

    // The versions of the story itself are no evidence that others name the mark.
    static readonly int Versions = Language.All.Count;

    /// <summary>The rarity of a mark.</summary>
    /// <param name="mark">The mark.</param>
    /// <param name="carriers">How many articles name it.</param>
    /// <param name="articles">How many articles there are at all.</param>
    public static double Of(FamilyMark mark, MarkCount carriers, MarkCount articles)
    {
        double guess = GuessOf(mark);
        return -Math.Log(Math.Max(ChanceOf(carriers.Near, articles.Near, guess), ChanceOf(carriers.Around, articles.Around, guess)));
    }

    static double ChanceOf(int carriers, int articles, double guess) =>
        (Math.Max(0, carriers - Versions) + (Guessed * guess)) / (Math.Max(0, articles - Versions) + Guessed);

    // Rates of names and days among the bundled articles; of numbers with two digits every hundredth is the same.
    static double GuessOf(FamilyMark mark) => mark.Kind switch
    {
        FamilyMarkKind.City => 0.08,
        FamilyMarkKind.Organization => 0.04,
        FamilyMarkKind.Person => 0.02,
        FamilyMarkKind.Day => 0.02,
        _ => Math.Pow(10, -Math.Min(DigitsOf(mark.Value), MaxDigits)),
    };

    static int DigitsOf(string figure) => figure.Split(' ')[0].Replace(".", "", StringComparison.Ordinal).Trim('0').Length;
}
