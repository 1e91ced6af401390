using KnowledgeBase.Search.Embedded;

namespace KnowledgeBase.Search.Tests;

public sealed class PostingsCacheTests
{
    static readonly object[] State = [new(), new()];

    [Fact]
    public void What_is_remembered_is_not_read_again()
    {
        var cache = new PostingsCache(1 << 20);
        Postings[] first = cache.Read("tea", State, _ => Of(10));
        Assert.Same(first, cache.Find<Postings>("tea", State));
        Assert.Null(cache.Find<Postings>("rice", State));
    }

    [Fact]
    public void Of_a_new_state_only_new_segments_are_read()
    {
        var cache = new PostingsCache(1 << 20);
        Postings[] first = cache.Read("tea", State, _ => Of(10));
        object[] next = [State[1], new()];
        Assert.Null(cache.Find<Postings>("tea", next));
        List<int> read = [];
        Postings[] second = cache.Read("tea", next, segment => Read(segment, read));
        Assert.Equal([1], read);
        Assert.Same(first[1], second[0]);
        Assert.Same(second, cache.Find<Postings>("tea", next));
    }

    [Fact]
    public void It_never_takes_much_more_room_than_it_may_and_forgets_what_was_not_asked_for_longest()
    {
        const int Bytes = 100_000;
        var cache = new PostingsCache(Bytes);
        Postings[] kept = cache.Read("kept", State, _ => Of(100));
        for (int i = 0; i < 1_000; i++)
        {
            cache.Read($"word {i}", State, _ => Of(100));
            Assert.Same(kept, cache.Find<Postings>("kept", State));
            Assert.InRange(cache.Bytes, 1, Bytes);
        }
        Assert.Null(cache.Find<Postings>("word 0", State));
        Assert.NotNull(cache.Find<Postings>("word 999", State));
    }

    [Fact]
    public void What_would_take_a_quarter_of_the_room_is_not_remembered()
    {
        var cache = new PostingsCache(10_000);
        Assert.Equal(2, cache.Read("the", State, _ => Of(1_000)).Length);
        Assert.Null(cache.Find<Postings>("the", State));
        Assert.Equal(0, cache.Bytes);
    }

    [Fact]
    public void A_segment_that_is_gone_takes_no_room()
    {
        var cache = new PostingsCache(1 << 20);
        cache.Read("tea", State, segment => Of(segment == 0 ? 10 : 1_000));
        long before = cache.Bytes;
        cache.Forget(State[1]);
        Assert.Equal(Of(1_000).Bytes, before - cache.Bytes);
        List<int> read = [];
        cache.Read("tea", [.. State], segment => Read(segment, read));
        Assert.Equal([1], read);
    }

    [Fact]
    public void Many_threads_share_it_while_it_forgets()
    {
        var cache = new PostingsCache(20_000);
        Parallel.For(0, 20_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            string word = $"word {i % 700}";
            Postings[] kept = cache.Find<Postings>(word, State) ?? cache.Read(word, State, _ => Of(i % 700 % 50));
            Assert.Equal(i % 700 % 50, kept[1].Count);
        });
        Assert.InRange(cache.Bytes, 1, 20_000);
    }

    [Fact]
    public void Room_is_counted_right_when_segments_go_while_others_ask()
    {
        var cache = new PostingsCache(1 << 30);
        object stays = new();
        Parallel.For(0, 4_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            object[] state = [stays, new()];
            cache.Read($"word {i % 5}", state, _ => Of(50));
            cache.Forget(state[1]);
        });
        cache.Forget(stays);
        Assert.InRange(cache.Bytes, 0, 5 * 300);
    }

    static Postings Read(int segment, List<int> read)
    {
        read.Add(segment);
        return Of(10);
    }

    static Postings Of(int count)
    {
        var postings = new PostingsBuilder(100_000, count);
        for (int doc = 0; doc < count; doc++)
            postings.Add(doc, doc % 3 + 1);
        return postings.ToPostings();
    }
}
