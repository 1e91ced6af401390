using System.Globalization;
using System.Runtime.CompilerServices;
using KnowledgeBase.Search.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KnowledgeBase.Search.Embedded;

/// <summary>One state of the index, as of one commit.</summary>
sealed class ArticleSearcher : IndexSearcher
{
    public ArticleSearcher(DirectoryReader reader, SegmentColumns[] columns) : base(reader)
    {
        Columns = columns;
        Similarity = new Bm25(StopWords.All.Sum(word => reader.TotalTermFreq(new Term(Fields.Words, word))));
        Stamp = CommitStamp.Read(reader.IndexCommit.UserData);
    }

    /// <summary>The columns of each segment, in the order of the segments.</summary>
    public SegmentColumns[] Columns { get; }

    /// <summary>What the commit says of itself.</summary>
    public CommitStamp Stamp { get; }
}

/// <summary>Makes a searcher of every new state; columns of segments that were there before are kept.</summary>
sealed class ArticleSearcherFactory : SearcherFactory
{
    readonly ConditionalWeakTable<object, SegmentColumns> _columns = [];

    /// <summary>The values of each facet, in the order of <see cref="Facet.All"/>.</summary>
    public IReadOnlyList<FacetValues> Values { get; } = [.. Facet.All.Select(_ => new FacetValues())];

    public override IndexSearcher NewSearcher(IndexReader reader) =>
        new ArticleSearcher((DirectoryReader)reader, [.. reader.Leaves.Select(leaf => ColumnsOf(leaf.AtomicReader))]);

    SegmentColumns ColumnsOf(AtomicReader segment) =>
        _columns.GetValue(segment.CoreCacheKey, _ => SegmentColumns.Read(segment, Values));
}

/// <summary>What a commit says of itself.</summary>
/// <param name="Revision">The revision of the ledger it holds.</param>
/// <param name="Fingerprint">The way its terms and values were made.</param>
readonly record struct CommitStamp(long Revision, string Fingerprint)
{
    public static CommitStamp Read(IDictionary<string, string> data) => new(
        data.TryGetValue("revision", out string? revision) ? long.Parse(revision, CultureInfo.InvariantCulture) : 0,
        data.TryGetValue("fingerprint", out string? fingerprint) ? fingerprint : "");

    public Dictionary<string, string> Write() => new()
    {
        ["revision"] = Revision.ToString(CultureInfo.InvariantCulture),
        ["fingerprint"] = Fingerprint,
    };
}
