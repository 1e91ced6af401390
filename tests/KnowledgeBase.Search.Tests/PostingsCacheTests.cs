using KnowledgeBase.Search.Embedded;

namespace KnowledgeBase.Search.Tests;

public sealed class PostingsCacheTests
{
    static readonly object Segment = new();

    [Fact]
    public void What_is_remembered_is_not_read_again()
    {
        var cache = new PostingsCache(1 << 20);
        Postings first = cache.Get(Segment, "tea", () => Of(10));
        Assert.Same(first, cache.Get<Postings>(Segment, "tea", () => throw new InvalidOperationException("It was read already.")));
        Assert.NotSame(first, cache.Get(new object(), "tea", () => Of(10)));
    }

    [Fact]
    public void It_never_takes_much_more_room_than_it_may_and_forgets_what_was_not_asked_for_longest()
    {
        const int Bytes = 100_000;
        var cache = new PostingsCache(Bytes);
        Postings kept = cache.Get(Segment, "kept", () => Of(100));
        for (int i = 0; i < 1_000; i++)
        {
            cache.Get(Segment, $"word {i}", () => Of(100));
            Assert.Same(kept, cache.Get(Segment, "kept", () => Of(100)));
            Assert.InRange(cache.Bytes, 1, Bytes);
        }
    }

    [Fact]
    public void What_would_take_a_quarter_of_the_room_is_not_remembered()
    {
        var cache = new PostingsCache(10_000);
        Assert.NotSame(cache.Get(Segment, "the", () => Of(1_000)), cache.Get(Segment, "the", () => Of(1_000)));
        Assert.Equal(0, cache.Bytes);
    }

    [Fact]
    public void A_segment_that_is_gone_takes_no_room()
    {
        var cache = new PostingsCache(1 << 20);
        object other = new();
        cache.Get(Segment, "tea", () => Of(10));
        long before = cache.Bytes;
        cache.Get(other, "tea", () => Of(10));
        cache.Forget(other);
        Assert.Equal(before, cache.Bytes);
    }

    [Fact]
    public void Many_threads_share_it_while_it_forgets()
    {
        var cache = new PostingsCache(20_000);
        Parallel.For(0, 20_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => Assert.Equal(i % 50, cache.Get(Segment, $"word {i % 700}", () => Of(i % 50)).Count));
        Assert.InRange(cache.Bytes, 1, 20_000);
    }

    static Postings Of(int count) => new([.. Enumerable.Range(0, count)], new byte[count]);
}
