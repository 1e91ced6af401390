using KnowledgeBase.Search.Embedded;

namespace KnowledgeBase.Search.Tests;

public sealed class BestOfManyTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(300)]
    [InlineData(5_000)]
    public void The_best_hits_are_those_that_sorting_all_would_bring_first(int wanted)
    {
        var random = new Random(wanted);
        // Few different scores, so that many hits are equals.
        RankedHit[] hits = [.. Enumerable.Range(0, 3_000).Select(i => new RankedHit(0, i, new(random.Next(40), 0, (ulong)random.Next())))];
        var best = new BestHits(wanted);
        foreach (RankedHit hit in hits)
            best.Offer(hit);
        Assert.Equal(hits.OrderByDescending(hit => hit.Rank.Score).ThenBy(hit => hit.Rank.Id).Take(wanted), best.Take());
    }

    [Fact]
    public void The_least_score_with_a_place_is_that_of_the_worst_kept()
    {
        var best = new BestHits(2);
        Assert.Equal(float.NegativeInfinity, best.LeastScore);
        foreach (int score in new[] { 3, 1, 2, 5 })
            best.Offer(new(0, 0, new(score, 0, 0)));
        Assert.Equal(3, best.LeastScore);
        Assert.Equal(float.PositiveInfinity, new BestHits(0).LeastScore);
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(10, 4_000)]
    [InlineData(20, 500)]
    [InlineData(1_000, 900)]
    [InlineData(1_000, 20_000)]
    public void The_least_keys_are_those_that_sorting_all_would_bring_first(int most, int count)
    {
        var random = new Random(count);
        ulong[] keys = [.. Enumerable.Range(0, count).Select(_ => (ulong)random.NextInt64()).Distinct()];
        var least = new LeastKeys(most);
        foreach (ulong key in keys)
            least.Add(key);
        Assert.Equal(keys.Order().Take(most), least.Take().ToArray());
    }
}
