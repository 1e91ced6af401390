using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace KnowledgeBase.Search.Embedded;

/// <summary>Keeps the length of each text beside its terms. Stop words do not count. Weighing is not its business: see <see cref="Weighing"/>.</summary>
sealed class LengthNorm : Similarity
{
    public override long ComputeNorm(FieldInvertState state) =>
        LengthCode.Encode(state.Length - (state.AttributeSource is TermStream stream ? stream.StopWords : 0));

    public override SimWeight ComputeWeight(float queryBoost, CollectionStatistics collectionStats, params TermStatistics[] termStats) => throw OnlyWrites();

    public override SimScorer GetSimScorer(SimWeight weight, AtomicReaderContext context) => throw OnlyWrites();

    static NotSupportedException OnlyWrites() => new("Queries are evaluated by this project's own code.");
}
