using KnowledgeBase.Search.Embedded;

namespace KnowledgeBase.Search.Tests;

public sealed class DocSetTests
{
    const int Articles = 5_003;

    static readonly int[] Sizes = [0, 1, 5, 60, 700, 4_000, Articles];

    [Fact]
    public void Sets_are_joined_cut_and_counted_like_sets_in_every_form()
    {
        var random = new Random(4);
        using var scratch = new Scratch();
        foreach (int left in Sizes)
        {
            foreach (int right in Sizes)
            {
                HashSet<int> some = Some(random, left);
                HashSet<int> others = Some(random, right);
                foreach (DocSet one in Forms(some))
                {
                    foreach (DocSet other in Forms(others))
                        AssertAlgebra(some, others, one, other, scratch);
                }
            }
        }
    }

    [Fact]
    public void A_set_is_read_in_order_whole_or_in_part()
    {
        HashSet<int> some = Some(new Random(5), 3_000);
        foreach (DocSet set in Forms(some))
        {
            Assert.Equal(some.Order(), Read(set, 0, Articles));
            Assert.Equal(some.Where(doc => doc is >= 1024 and < 2048).Order(), Read(set, 1024, 2048));
            Assert.Equal(some.Where(doc => doc >= 4992).Order(), Read(set, 4992, Articles));
        }
    }

    [Fact]
    public void An_article_is_told_to_be_in_a_set_or_not()
    {
        HashSet<int> some = Some(new Random(6), 900);
        foreach (DocSet set in Forms(some))
        {
            var within = new DocTest(set);
            for (int doc = 0; doc < Articles; doc++)
                Assert.Equal(some.Contains(doc), within.Has(doc));
        }
    }

    static void AssertAlgebra(HashSet<int> some, HashSet<int> others, DocSet one, DocSet other, Scratch scratch)
    {
        Assert.Equal(some.Intersect(others).Order(), Read(one.And(other, scratch)));
        Assert.Equal(some.Except(others).Order(), Read(one.Except(other, scratch)));
        Assert.Equal(some.Union(others).Order(), Read(DocSet.Or([one, other], Articles, scratch)));
        Assert.Equal(some.Count, one.Count());
        Assert.Equal(some.Except(others).Count(), one.Except(other, scratch).Count());
    }

    // The forms a set can have: a list, bits, what is kept between queries, everything.
    static IEnumerable<DocSet> Forms(HashSet<int> docs)
    {
        int[] list = [.. docs.Order()];
        yield return DocSet.OfList(list, list.Length, Articles);
        ulong[] bits = new ulong[(Articles + 63) / 64];
        foreach (int doc in docs)
            bits[doc >> 6] |= 1UL << doc;
        yield return DocSet.OfBits(bits, Articles, docs.Count);
        yield return DocSet.Kept(list, Articles);
        if (docs.Count == Articles)
            yield return DocSet.All(Articles);
    }

    static HashSet<int> Some(Random random, int count) => [.. Enumerable.Range(0, Articles).OrderBy(_ => random.Next()).Take(count)];

    static List<int> Read(DocSet set) => Read(set, 0, Articles);

    static List<int> Read(DocSet set, int from, int to)
    {
        List<int> docs = [];
        var reader = new DocReader(set, new int[DocReader.Batch + 64], from, to);
        for (ReadOnlySpan<int> some = reader.Next(); !some.IsEmpty; some = reader.Next())
        {
            Assert.InRange(some.Length, 1, DocReader.Batch + 64);
            docs.AddRange(some);
        }
        return docs;
    }
}
