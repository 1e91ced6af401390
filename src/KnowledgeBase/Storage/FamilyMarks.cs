using System.Data.Common;
using Dapper;
using KnowledgeBase.Families;

namespace KnowledgeBase.Storage;

/// <summary>Which articles name a mark, in the order of their days: the index that finds versions without comparing each article with each.</summary>
static class FamilyMarks
{
    // Versions of one story are proposed when they appear within so many days.
    const int DaysApart = 3;

    // How common a name is, is counted so many days before and after: long enough to see it, short enough that what was common years ago costs nothing.
    const int DaysAround = 30;

    /// <summary>How much these marks tell on a day.</summary>
    public static async Task<Dictionary<FamilyMark, (double Rarity, int Near)>> RarityAsync(FamilyMark[] marks, int day, DbConnection connection, DbTransaction transaction)
    {
        const string Counts = "SUM(CASE WHEN day BETWEEN @near AND @until THEN 1 ELSE 0 END) AS Near, COUNT(*) AS Around";
        (string, object)[] days = [("near", day - DaysApart), ("until", day + DaysApart), ("first", day - DaysAround), ("last", day + DaysAround)];
        CountRow all = await connection.QuerySingleAsync<CountRow>(
            $"SELECT {Counts} FROM family_member WHERE day BETWEEN @first AND @last", SqlLists.Parameters([], days), transaction);
        var carriers = (await connection.QueryAsync<CountRow>(
            $"SELECT mark AS Mark, {Counts} FROM family_mark WHERE mark {SqlLists.In(marks.Length)} AND day BETWEEN @first AND @last GROUP BY mark",
            SqlLists.Parameters(marks.Select(mark => mark.ToString()), days),
            transaction)).ToDictionary(row => FamilyMark.Parse(row.Mark!), row => row.Count);
        return marks.ToDictionary(mark => mark, mark => (MarkRarity.Of(mark, carriers.GetValueOrDefault(mark), all.Count), carriers.GetValueOrDefault(mark).Near));
    }

    /// <summary>The articles in other languages, of the same days as one, that name any of these marks: each with each that it names.</summary>
    public static async Task<ILookup<string, FamilyMark>> CarriersAsync(FamilyMark[] marks, FamilyTraits traits, DbConnection connection, DbTransaction transaction) =>
        (await connection.QueryAsync<(string Article, string Mark)>(
            $"SELECT article, mark FROM family_mark WHERE mark {SqlLists.In(marks.Length)} AND day BETWEEN @near AND @until AND language <> @language",
            SqlLists.Parameters(
                marks.Select(mark => mark.ToString()), ("near", traits.Day!.Value - DaysApart), ("until", traits.Day.Value + DaysApart), ("language", traits.Language!.Code)),
            transaction)).ToLookup(row => row.Article, row => FamilyMark.Parse(row.Mark));

    public static async Task AddAsync(FamilyTraits traits, DbConnection connection, DbTransaction transaction)
    {
        if (HasPlace(traits))
        {
            await connection.ExecuteAsync(
                $"INSERT INTO family_mark (mark, day, article, language) VALUES {string.Join(", ", traits.Marks.Select((_, i) => $"(@p{i}, @day, @article, @language)"))}",
                SqlLists.Parameters(traits.Marks.Select(mark => mark.ToString()), ("day", traits.Day!.Value), ("article", traits.Id.Value), ("language", traits.Language!.Code)),
                transaction);
        }
    }

    public static async Task RemoveAsync(FamilyTraits traits, DbConnection connection, DbTransaction transaction)
    {
        if (HasPlace(traits))
        {
            await connection.ExecuteAsync(
                $"DELETE FROM family_mark WHERE mark {SqlLists.In(traits.Marks.Length)} AND day = @day AND article = @article",
                SqlLists.Parameters(traits.Marks.Select(mark => mark.ToString()), ("day", traits.Day!.Value), ("article", traits.Id.Value)),
                transaction);
        }
    }

    /// <summary>True for an article that can be found by its marks.</summary>
    public static bool HasPlace(FamilyTraits traits) => traits is { Marks.IsEmpty: false, Day: not null, Language: not null };

    sealed record CountRow
    {
        public string? Mark { get; init; }

        public long? Near { get; init; }

        public long Around { get; init; }

        public MarkCount Count => new((int)(Near ?? 0), (int)Around);
    }
}
