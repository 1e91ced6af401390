using KnowledgeBase.Families;

namespace KnowledgeBase.Tests.Families;

public sealed class SketchTests
{
    [Theory]
    [InlineData(1000, 1000)]
    [InlineData(1000, 950)]
    [InlineData(1000, 800)]
    [InlineData(1000, 500)]
    [InlineData(1000, 100)]
    [InlineData(60, 50)]
    public void Likeness_comes_near_the_share_of_shingles_in_common(int all, int common)
    {
        // Many pairs, so that chance evens out: one estimate is off by .044 at most (one standard deviation, at a likeness of a half).
        double sum = 0;
        const int Pairs = 200;
        for (int pair = 0; pair < Pairs; pair++)
        {
            var random = new Random(pair);
            uint[] shared = Hashes(random, common);
            sum += Sketch.Of([.. shared, .. Hashes(random, all - common)], []).LikenessTo(Sketch.Of([.. Hashes(random, all - common), .. shared], []));
        }
        Assert.InRange(sum / Pairs, ((double)common / ((2 * all) - common)) - 0.02, ((double)common / ((2 * all) - common)) + 0.02);
    }

    [Theory]
    [InlineData(0.8, 0.9, 1)]
    [InlineData(0.3, 0, 0.2)]
    public void Texts_that_are_alike_meet_and_others_hardly_do(double likeness, double least, double most)
    {
        int met = 0;
        const int Pairs = 300;
        for (int pair = 0; pair < Pairs; pair++)
        {
            var random = new Random(pair);
            int common = (int)Math.Round(2 * likeness * 1000 / (1 + likeness));
            uint[] shared = Hashes(random, common);
            met += Sketch.Of([.. shared, .. Hashes(random, 1000 - common)], []).Meetings.Intersect(Sketch.Of([.. shared, .. Hashes(random, 1000 - common)], []).Meetings).Any() ? 1 : 0;
        }
        Assert.InRange((double)met / Pairs, least, most);
    }

    [Fact]
    public void Stored_bytes_are_the_sketch_again_and_the_order_of_shingles_means_nothing()
    {
        uint[] shingles = Hashes(new Random(1), 200);
        var sketch = Sketch.Of(shingles, [1, 2, 3]);
        Assert.Equal(sketch, Sketch.Read(sketch.Bytes.ToArray()));
        Assert.Equal(sketch, Sketch.Of([.. shingles.Reverse()], [3, 1, 2]));
        Assert.NotEqual(sketch, Sketch.Of(shingles, [1, 2, 4]));
    }

    [Fact]
    public void Two_numbers_tell_nothing_and_many_tell_much()
    {
        uint[] shingles = Hashes(new Random(1), 200);
        Sketch WithNumbers(int from, int count) => Sketch.Of(shingles, [.. Hashes(new Random(from), count)]);
        Assert.Null(WithNumbers(1, 2).LikenessOfNumbersTo(WithNumbers(2, 9)));
        Assert.Equal(1, WithNumbers(1, 9).LikenessOfNumbersTo(WithNumbers(1, 9)));
        Assert.InRange(WithNumbers(1, 9).LikenessOfNumbersTo(WithNumbers(2, 9)) ?? 1, 0, 0.2);
    }

    static uint[] Hashes(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (uint)random.NextInt64(uint.MaxValue))];
}
