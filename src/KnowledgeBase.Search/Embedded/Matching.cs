using System.Collections.Immutable;
using KnowledgeBase.Search.Queries;

namespace KnowledgeBase.Search.Embedded;

/// <summary>Finds the articles that answer a query, in each segment of a state of the index.</summary>
sealed class Matching(ArticleSearcher searcher, IReadOnlyList<FacetValues> values, Scratch scratch)
{
    /// <summary>For each segment the articles; deleted ones may be among them.</summary>
    public DocSet[] Of(Match match) => match switch
    {
        Match.Has(var unit) => OfEach(searcher.PostingsOf(unit), (postings, segment) => postings.In(segment.Articles, scratch)),
        Match.All(var parts) => All(parts),
        Match.Any(var parts) => Any(parts),
        Match.Most(var share, var groups) => Most(share, groups),
        Match.In(var language) => OfEach(segment => DocSet.OfBits(segment.Languages[language].Bits, segment.Articles, segment.Languages[language].Articles)),
        Match.Not(var part) => OfEach(Of(part), (set, segment) => segment.Everything.Except(set, scratch)),
        Match.Value(var facet, var chosen) => WithValue(facet, chosen),
        Match.Days(var from, var to) => OfEach(segment => segment.Days.Between(from, to, scratch)),
        _ => throw new InvalidOperationException($"{match} can't be evaluated."),
    };

    DocSet[] OfEach(Func<Segment, DocSet> of) => Array.ConvertAll(searcher.Segments, segment => of(segment));

    DocSet[] OfEach<T>(T[] each, Func<T, Segment, DocSet> of)
    {
        var sets = new DocSet[each.Length];
        for (int i = 0; i < sets.Length; i++)
            sets[i] = of(each[i], searcher.Segments[i]);
        return sets;
    }

    DocSet[] All(ImmutableArray<Match> parts)
    {
        DocSet[][] wanted = [.. parts.Where(part => part is not Match.Not).Select(Of)];
        DocSet[][] unwanted = [.. parts.OfType<Match.Not>().Select(not => Of(not.Part))];
        var all = new DocSet[searcher.Segments.Length];
        var sets = new DocSet[wanted.Length];
        for (int i = 0; i < all.Length; i++)
        {
            for (int part = 0; part < sets.Length; part++)
                sets[part] = wanted[part][i];
            all[i] = All(sets, searcher.Segments[i]);
            foreach (DocSet[] excluded in unwanted)
                all[i] = all[i].Except(excluded[i], scratch);
        }
        return all;
    }

    DocSet All(DocSet[] sets, Segment segment)
    {
        Array.Sort(sets, FewestFirst);
        DocSet all = segment.Everything;
        for (int i = 0; i < sets.Length && all.Length > 0; i++)
            all = all.And(sets[i], scratch);
        return all;
    }

    static int FewestFirst(DocSet left, DocSet right) => left.Length.CompareTo(right.Length);

    DocSet[] Any(ImmutableArray<Match> parts)
    {
        DocSet[][] found = [.. parts.Select(Of)];
        return found is [var only] ? only : [.. searcher.Segments.Select((segment, i) => DocSet.Or([.. found.Select(sets => sets[i])], segment.Articles, scratch))];
    }

    // Rare words tell more: "the mayor of Kobe" is answered by Kobe rather than by mayor.
    DocSet[] Most(float share, ImmutableArray<UnitGroup> groups)
    {
        (Postings[][] Units, float Rarity)[] all = [.. groups.Select(group => (group.Units.Select(unit => searcher.PostingsOf(unit.Unit)).ToArray(), searcher.RarityOf(group)))];
        float least = Math.Max(float.Epsilon, all.Sum(group => group.Rarity) * share);
        var sets = new DocSet[searcher.Segments.Length];
        for (int i = 0; i < sets.Length; i++)
        {
            Segment segment = searcher.Segments[i];
            float[] sums = scratch.Sums(segment.Articles);
            foreach ((Postings[][] units, float rarity) in all)
            {
                if (units is [var only])
                    Add(only[i], rarity, sums, segment);
                else
                    AddOnce(units, i, rarity, sums);
            }
            sets[i] = AtLeast(least, sums, segment);
        }
        return sets;
    }

    void Add(Postings postings, float rarity, float[] sums, Segment segment)
    {
        var reader = new DocReader(postings.In(segment.Articles, scratch), scratch.Docs(DocReader.Most));
        for (ReadOnlySpan<int> docs = reader.Next(); !docs.IsEmpty; docs = reader.Next())
        {
            foreach (int doc in docs)
                sums[doc] += rarity;
        }
    }

    // An article may have several units of a group; they tell no more than one.
    void AddOnce(Postings[][] units, int number, float rarity, float[] sums)
    {
        ulong[] seen = scratch.Bits(searcher.Segments[number].Articles);
        foreach (Postings[] unit in units)
        {
            foreach ((int doc, _) in unit[number])
            {
                sums[doc] += (seen[doc >> 6] >> doc & 1) == 0 ? rarity : 0;
                seen[doc >> 6] |= 1UL << doc;
            }
        }
    }

    DocSet AtLeast(float least, float[] sums, Segment segment)
    {
        ulong[] bits = scratch.Bits(segment.Articles);
        int count = 0;
        for (int doc = 0; doc < segment.Articles; doc++)
        {
            if (sums[doc] < least)
                continue;
            bits[doc >> 6] |= 1UL << doc;
            count++;
        }
        return DocSet.OfBits(bits, segment.Articles, count);
    }

    DocSet[] WithValue(Facet facet, ImmutableArray<string> chosen) =>
        FacetChoice.Of(facet.Place, chosen, [], values[facet.Place])?.In(searcher, scratch) ?? OfEach(segment => DocSet.OfList([], 0, segment.Articles));
}
