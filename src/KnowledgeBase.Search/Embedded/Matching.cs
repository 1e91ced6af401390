using System.Collections.Immutable;
using KnowledgeBase.Search.Queries;
using Lucene.Net.Index;

namespace KnowledgeBase.Search.Embedded;

/// <summary>Finds the articles of a segment that answer a query.</summary>
sealed class Matching(Segment segment, AtomicReader reader, IReadOnlyList<FacetValues> values, Func<UnitGroup, float> rarityOf, Scratch scratch)
{
    /// <summary>The articles; deleted ones may be among them.</summary>
    public DocSet Of(Match match) => match switch
    {
        Match.Has(var unit) => Of(segment.PostingsOf(unit, reader)),
        Match.All(var parts) => All(parts),
        Match.Any(var parts) => DocSet.Or([.. parts.Select(Of)], segment.Articles, scratch),
        Match.Most(var share, var groups) => Most(share, groups),
        Match.In(var language) => DocSet.OfBits(segment.Languages[language].Bits, segment.Articles, segment.Languages[language].Articles),
        Match.Not(var part) => segment.Everything.Except(Of(part), scratch),
        Match.Value(var facet, var chosen) => WithValue(facet, chosen),
        Match.Days(var from, var to) => segment.Days.Between(from, to, scratch),
        _ => throw new InvalidOperationException($"{match} can't be evaluated."),
    };

    DocSet Of(Postings postings) => DocSet.OfList(postings.Docs, postings.Count, segment.Articles);

    DocSet All(ImmutableArray<Match> parts)
    {
        var sets = new List<DocSet>(parts.Length);
        foreach (Match part in parts)
        {
            if (part is not Match.Not)
                sets.Add(Of(part));
        }
        if (sets.Count > 1)
            sets.Sort(FewestFirst);
        DocSet all = segment.Everything;
        foreach (DocSet set in sets)
            all = all.And(set, scratch);
        foreach (Match.Not not in parts.OfType<Match.Not>())
            all = all.Except(Of(not.Part), scratch);
        return all;
    }

    static int FewestFirst(DocSet left, DocSet right) => left.Length.CompareTo(right.Length);

    // Rare words tell more: "the mayor of Kobe" is answered by Kobe rather than by mayor.
    DocSet Most(float share, ImmutableArray<UnitGroup> groups)
    {
        float[] sums = scratch.Sums(segment.Articles);
        float all = 0;
        foreach (UnitGroup group in groups)
        {
            float rarity = rarityOf(group);
            all += rarity;
            if (group.Units is [var (only, _)])
                Add(segment.PostingsOf(only, reader).Docs, rarity, sums);
            else
                AddOnce(group, rarity, sums);
        }
        float least = Math.Max(float.Epsilon, all * share);
        return Where(doc => sums[doc] >= least);
    }

    static void Add(ReadOnlySpan<int> docs, float rarity, float[] sums)
    {
        foreach (int doc in docs)
            sums[doc] += rarity;
    }

    // An article may have several units of a group; they tell no more than one.
    void AddOnce(UnitGroup group, float rarity, float[] sums)
    {
        ulong[] seen = scratch.Bits(segment.Articles);
        foreach (int doc in group.Units.SelectMany(unit => segment.PostingsOf(unit.Unit, reader).Docs))
        {
            if ((seen[doc >> 6] >> doc & 1) != 0)
                continue;
            seen[doc >> 6] |= 1UL << doc;
            sums[doc] += rarity;
        }
    }

    DocSet WithValue(Facet facet, ImmutableArray<string> chosen)
    {
        int column = facet.Place;
        return FacetChoice.Of(column, chosen, [], values[column])?.In(segment, scratch) ?? DocSet.OfList([], 0, segment.Articles);
    }

    DocSet Where(Func<int, bool> fits)
    {
        ulong[] bits = scratch.Bits(segment.Articles);
        int count = 0;
        for (int doc = 0; doc < segment.Articles; doc++)
        {
            if (!fits(doc))
                continue;
            bits[doc >> 6] |= 1UL << doc;
            count++;
        }
        return DocSet.OfBits(bits, segment.Articles, count);
    }
}
