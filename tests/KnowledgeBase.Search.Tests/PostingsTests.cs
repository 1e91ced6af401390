using KnowledgeBase.Search.Embedded;

namespace KnowledgeBase.Search.Tests;

public sealed class PostingsTests
{
    const int Articles = 200_000;

    public static TheoryData<int, int> Spreads => new() { { 1, 1 }, { 3, 1 }, { 3, 4 }, { 50, 300 }, { 5_000, 2 }, { 70_000, 1 } };

    [Theory]
    [MemberData(nameof(Spreads))]
    public void They_hold_what_was_put_in(int step, int most)
    {
        (int Doc, int Frequency)[] own = Own(step, most);
        Postings postings = Of(own);
        Assert.Equal(own.Length, postings.Count);
        List<(int, float)> held = [];
        foreach ((int, float) each in postings)
            held.Add(each);
        Assert.Equal(own.Select(each => (each.Doc, (float)Kept(each.Frequency))), held);
        using var scratch = new Scratch();
        var reader = new DocReader(postings.In(Articles, scratch), new int[DocReader.Most]);
        List<int> docs = [];
        for (ReadOnlySpan<int> some = reader.Next(); !some.IsEmpty; some = reader.Next())
            docs.AddRange(some);
        Assert.Equal(own.Select(each => each.Doc), docs);
    }

    [Theory]
    [MemberData(nameof(Spreads))]
    public void Articles_are_found_in_them_however_they_are_spread(int step, int most)
    {
        (int Doc, int Frequency)[] own = Own(step, most);
        Postings postings = Of(own);
        Dictionary<int, int> frequencies = own.ToDictionary(each => each.Doc, each => Kept(each.Frequency));
        foreach (int stride in new[] { 1, 2, 37, 4_000, 66_000 })
        {
            int[] asked = [.. Enumerable.Range(0, Articles).Where(doc => doc % stride == 0)];
            var mark = default(PostingsMark);
            foreach (int[] some in asked.Chunk(900))
            {
                int[] found = new int[some.Length];
                int[] places = new int[some.Length];
                float[] often = new float[some.Length];
                int count = postings.Find(some, found, places, ref mark);
                postings.FrequenciesAt(places.AsSpan(0, count), often);
                Assert.Equal(some.Where(frequencies.ContainsKey), found.Take(count).Select(at => some[at]));
                Assert.Equal(some.Where(frequencies.ContainsKey).Select(doc => (float)frequencies[doc]), often.Take(count));
            }
        }
        Assert.All(Enumerable.Range(0, 300), doc => Assert.Equal(frequencies.ContainsKey(doc), postings.Has(doc)));
    }

    [Theory]
    [InlineData(1, 4, 3)]
    [InlineData(3, 300, 13)]
    [InlineData(3, 300, 27)]
    [InlineData(900, 4, 2)]
    [InlineData(2, 4, 5)]
    [InlineData(2, 300, 41)]
    public void Frequent_ones_are_leapt_to(int step, int most, int least)
    {
        (int Doc, int Frequency)[] own = Own(step, most);
        Postings postings = Of(own);
        List<int> places = [];
        for (int at = postings.NextOfFrequency(0, least); at >= 0; at = postings.NextOfFrequency(at + 1, least))
            places.Add(at);
        Assert.Equal(Enumerable.Range(0, own.Length).Where(at => Kept(own[at].Frequency) >= least), places);
        var mark = default(PostingsMark);
        Assert.All(places, at => Assert.Equal(own[at].Doc, postings.DocAt(at, ref mark)));
    }

    [Fact]
    public void Many_take_less_than_a_byte_each_and_few_two_and_a_half()
    {
        Assert.InRange(Of(Own(2, 1)).Bytes, 1, Articles / 2 * 0.4);
        Assert.InRange(Of(Own(2, 4)).Bytes, 1, Articles / 2 * 0.9);
        Assert.InRange(Of(Own(40, 4)).Bytes, 1, Articles / 40 * 2.6);
    }

    [Fact]
    public void Several_units_are_one_by_their_shares()
    {
        Postings first = Of([(1, 1), (5, 2), (9, 1)]);
        Postings second = Of([(5, 1), (7, 4)]);
        List<(int, float)> held = [];
        foreach ((int, float) each in SharedPostings.Union([(first, 1), (Postings.None, 1), (second, 0.5f)]))
            held.Add(each);
        Assert.Equal([(1, 1f), (5, 2.5f), (7, 2f), (9, 1f)], held);
        Assert.Same(first, SharedPostings.Union([(first, 1), (Postings.None, 0.5f)]));
        Assert.Equal(0, SharedPostings.Union([(Postings.None, 1)]).Count);
    }

    // The steps between neighbours vary, and there are holes of several times 65,536 articles at the end.
    static (int Doc, int Frequency)[] Own(int step, int most)
    {
        var random = new Random(step);
        List<(int, int)> own = [];
        for (int doc = random.Next(step); doc < Articles; doc += 1 + random.Next((2 * step) - 1))
            own.Add((doc, 1 + random.Next(most)));
        return [.. own];
    }

    // Exactly up to 12, above in steps.
    static int Kept(int frequency) => frequency <= 12 ? frequency : new[] { 12, 14, 18, 26, 40 }.Last(step => step <= frequency);

    static Postings Of((int Doc, int Frequency)[] own)
    {
        var postings = new PostingsBuilder(Articles, own.Length / 2);
        foreach ((int doc, int frequency) in own)
            postings.Add(doc, frequency);
        return postings.ToPostings();
    }
}
