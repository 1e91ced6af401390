using KnowledgeBase.Search.Embedded;

namespace KnowledgeBase.Search.Tests;

public sealed class ColumnTests
{
    const int Articles = 3_000;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_articles_of_a_value_are_those_that_have_it(int least)
    {
        FacetColumn column = Column(new Random(7), first: 10, values: 30, least, most: least == 0 ? 3 : 1, out int[][] numbers);
        Assert.Equal(least == 1, column.Starts is null);
        using var scratch = new Scratch();
        for (int number = 9; number < 42; number++)
        {
            DocSet found = column.ArticlesWith(number, Articles);
            Assert.Equal(numbers.Count(own => own.Contains(number)), found.Count());
            var within = new DocTest(found);
            for (int doc = 0; doc < Articles; doc++)
                Assert.Equal(numbers[doc].Contains(number), within.Has(doc));
        }
    }

    // Two bytes are enough for 65,536 values; with more, numbers take four.
    [Theory]
    [InlineData(0)]
    [InlineData(70_000)]
    public void Rows_count_what_their_columns_hold(int first)
    {
        var random = new Random(8);
        FacetColumn several = Column(random, first, 50, 0, 4, out int[][] numbers);
        FacetColumn single = Column(random, first + 50, 9, 1, 1, out int[][] others);
        int[] counts = new int[first + 59];
        int[] docs = [.. Enumerable.Range(0, Articles).Where(_ => random.Next(3) > 0)];
        new FacetRows([several, single], Articles, counts.Length).Count(docs, counts);
        int[] expected = new int[counts.Length];
        foreach (int number in docs.SelectMany(doc => numbers[doc].Concat(others[doc])))
            expected[number]++;
        Assert.Equal(expected, counts);
    }

    [Fact]
    public void Articles_between_two_days_are_found_whether_they_come_in_order_or_not()
    {
        var random = new Random(9);
        using var scratch = new Scratch();
        foreach (int spread in new[] { 1, 30, 5_000 })
        {
            int[] days = [.. Enumerable.Range(0, Articles).Select(doc => random.Next(20) == 0 ? -1 : doc + random.Next(spread))];
            var column = new DayColumn(days);
            DocSet few = DocSet.OfList([3, 70, 2_999], 3, Articles);
            foreach ((int from, int to) in new[] { (0, int.MaxValue), (900, 2_100), (1_024, 1_024), (9_000, 9_001) })
            {
                bool IsWithin(int doc) => days[doc] >= from && days[doc] <= to;
                Assert.Equal(Enumerable.Range(0, Articles).Count(IsWithin), column.Between(from, to, scratch).Count());
                Assert.Equal(few.List!.Count(IsWithin), column.Keep(few, from, to, scratch).Count());
                Assert.Equal(Enumerable.Range(0, Articles).Count(IsWithin), column.Keep(DocSet.All(Articles), from, to, scratch).Count());
            }
        }
    }

    [Theory]
    [InlineData(SearchOrder.Newest)]
    [InlineData(SearchOrder.Oldest)]
    public void No_article_of_a_stretch_ranks_above_what_is_said_of_the_stretch(SearchOrder order)
    {
        var random = new Random(10);
        var column = new DayColumn([.. Enumerable.Range(0, Articles).Select(doc => doc < 1_024 ? -1 : random.Next(50) == 0 ? -1 : random.Next(9_000))]);
        (int From, int To, int BestRank)[] stretches = column.ByRank(order);
        Assert.Equal(Articles, stretches.Sum(stretch => stretch.To - stretch.From));
        Assert.Equal(stretches.Select(stretch => stretch.BestRank).OrderDescending(), stretches.Select(stretch => stretch.BestRank));
        foreach ((int from, int to, int best) in stretches)
            Assert.All(Enumerable.Range(from, to - from), doc => Assert.True(HitRank.RankOf(column[doc], order) <= best));
    }

    static FacetColumn Column(Random random, int first, int values, int least, int most, out int[][] numbers)
    {
        numbers = [.. Enumerable.Range(0, Articles).Select(_ => Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => first + random.Next(values)).Distinct().Order().ToArray())];
        int[] starts = new int[Articles + 1];
        for (int doc = 0; doc < Articles; doc++)
            starts[doc + 1] = starts[doc] + numbers[doc].Length;
        return new(least == 1 ? null : starts, [.. numbers.SelectMany(own => own)]);
    }
}
