using System.Buffers;
using KnowledgeBase.Search.Queries;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KnowledgeBase.Search.Embedded;

/// <summary>Reads from a segment which articles have a unit.</summary>
sealed class PostingsReader(AtomicReader segment)
{
    /// <summary>The articles that have a unit.</summary>
    public Postings Read(Unit unit) => unit switch
    {
        Unit.Term(var field, var text) => ReadTerm(field, text),
        Unit.Word(var stem, var isInHeadline) => ReadTerm(isInHeadline ? Fields.Headline : Fields.Words, stem),
        Unit.Run { Field: { } field } run => ReadTerm(field, run.Forms),
        Unit.Run run => ReadRun(run),
        Unit.Sequence(var stems, var distances, var isInHeadline) => ReadSequence(isInHeadline ? Fields.Headline : Fields.Words, stems, distances),
        Unit.Near near => ReadNear(near),
        Unit.Beginning(var letters, var isInHeadline) => ReadBeginning(isInHeadline ? Fields.HeadlineSpellings : Fields.Spellings, letters),
        _ => throw new InvalidOperationException($"{unit} can't be read."),
    };

    /// <summary>Where a word stands in articles.</summary>
    /// <param name="stem">The word.</param>
    /// <param name="docs">The articles, rising.</param>
    /// <returns>For each place the article's place in <paramref name="docs"/>, and the number of the word there.</returns>
    public IEnumerable<(int Which, int Number)> PlacesIn(string stem, int[] docs)
    {
        if (Find(Fields.Words, stem) is not { } term)
            yield break;
        var place = new Place(term.DocsAndPositions(null, null, DocsAndPositionsFlags.NONE), 0, term.DocFreq);
        for (int i = 0; i < docs.Length; i++)
        {
            if (place.Postings.DocID < docs[i] && place.Postings.Advance(docs[i]) == DocIdSetIterator.NO_MORE_DOCS)
                yield break;
            if (place.Postings.DocID != docs[i])
                continue;
            foreach (int number in place.ReadPositions())
                yield return (i, number);
        }
    }

    // Every other pair covers all characters; the last one always.
    Postings ReadRun(Unit.Run run)
    {
        int length = run.Forms.Length;
        int[] starts = [.. Enumerable.Range(0, length / 2).Select(i => 2 * i), .. length % 2 == 1 ? [length - 2] : Array.Empty<int>()];
        return ReadSequence(run.IsInHeadline ? Fields.HeadlinePairs : Fields.Pairs, [.. starts.Select(start => run.Forms.Substring(start, 2))], starts);
    }

    Postings ReadTerm(string field, string text)
    {
        TermsEnum? term = Find(field, text);
        if (term is null)
            return Postings.None;
        DocsEnum docs = term.Docs(null, null, DocsFlags.FREQS);
        var postings = new PostingsBuilder(segment.MaxDoc, term.DocFreq);
        for (int doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
            postings.Add(doc, docs.Freq);
        return postings.ToPostings();
    }

    Postings ReadBeginning(string field, string letters)
    {
        TermsEnum? term = segment.GetTerms(field)?.GetEnumerator();
        var start = new BytesRef(letters);
        if (term is null || term.SeekCeil(start) == TermsEnum.SeekStatus.END)
            return Postings.None;
        var found = new FixedBitSet(segment.MaxDoc);
        DocsEnum? docs = null;
        do
        {
            if (!StringHelper.StartsWith(term.Term, start))
                break;
            docs = term.Docs(null, docs, DocsFlags.NONE);
            found.Or(docs);
        }
        while (term.MoveNext());
        var postings = new PostingsBuilder(segment.MaxDoc, found.Cardinality);
        for (int doc = found.NextSetBit(0); doc >= 0; doc = doc + 1 < found.Length ? found.NextSetBit(doc + 1) : -1)
            postings.Add(doc, 1);
        return postings.ToPostings();
    }

    Postings ReadSequence(string field, IReadOnlyList<string> texts, IReadOnlyList<int> distances)
    {
        Place[]? places = PlacesOf(field, texts, distances);
        if (places is null)
            return Postings.None;
        var postings = new PostingsBuilder(segment.MaxDoc, 16);
        foreach (int doc in Shared(places))
        {
            int frequency = SequencesIn(places);
            if (frequency > 0)
                postings.Add(doc, frequency);
        }
        return postings.ToPostings();
    }

    Postings ReadNear(Unit.Near near)
    {
        Place[]? places = PlacesOf(Fields.Words, near.Stems, [.. near.Stems.Select(_ => 0)]);
        if (places is null)
            return Postings.None;
        var postings = new PostingsBuilder(segment.MaxDoc, 16);
        int span = near.Stems.Length - 1 + near.Between;
        foreach (int doc in Shared(places))
        {
            int frequency = Clusters.Count([.. places.Select(place => place.ReadPositions().ToArray())], span);
            if (frequency > 0)
                postings.Add(doc, frequency);
        }
        return postings.ToPostings();
    }

    TermsEnum? Find(string field, string text)
    {
        TermsEnum? term = segment.GetTerms(field)?.GetEnumerator();
        return term is not null && term.SeekExact(new BytesRef(TermStream.Cut(text))) ? term : null;
    }

    // The rarest first; null when one of them is in no article.
    Place[]? PlacesOf(string field, IReadOnlyList<string> texts, IReadOnlyList<int> distances)
    {
        var terms = new TermsEnum[texts.Count];
        for (int i = 0; i < terms.Length; i++)
        {
            // Most names that a dictionary proposes are nowhere: nothing is opened before all of it is known to be there.
            if (Find(field, texts[i]) is not { } term)
                return null;
            terms[i] = term;
        }
        Place[] places = [.. terms.Select((term, i) => new Place(term.DocsAndPositions(null, null, DocsAndPositionsFlags.NONE), distances[i], term.DocFreq))];
        Array.Sort(places, (left, right) => left.Articles.CompareTo(right.Articles));
        return places;
    }

    static IEnumerable<int> Shared(Place[] places)
    {
        int doc = places[0].Postings.NextDoc();
        while (doc != DocIdSetIterator.NO_MORE_DOCS)
        {
            int next = doc;
            for (int i = 1; i < places.Length && next == doc; i++)
                next = places[i].Postings.DocID < doc ? places[i].Postings.Advance(doc) : places[i].Postings.DocID;
            if (next == doc)
            {
                yield return doc;
                doc = places[0].Postings.NextDoc();
            }
            else
            {
                doc = next == DocIdSetIterator.NO_MORE_DOCS ? next : places[0].Postings.Advance(next);
            }
        }
    }

    // How often all of them stand at their distances from a common beginning.
    static int SequencesIn(Place[] places)
    {
        int count = places[0].Postings.Freq;
        int[] starts = ArrayPool<int>.Shared.Rent(count);
        for (int i = 0; i < count; i++)
            starts[i] = places[0].Postings.NextPosition() - places[0].Distance;
        for (int place = 1; place < places.Length && count > 0; place++)
            count = Keep(starts.AsSpan(0, count), places[place]);
        ArrayPool<int>.Shared.Return(starts);
        return count;
    }

    // Both rise, so one walk beside the other is enough.
    static int Keep(Span<int> starts, Place place)
    {
        int kept = 0;
        int left = place.Postings.Freq;
        int start = int.MinValue;
        foreach (int wanted in starts)
        {
            while (start < wanted && left > 0)
            {
                start = place.Postings.NextPosition() - place.Distance;
                left--;
            }
            if (start == wanted)
                starts[kept++] = wanted;
        }
        return kept;
    }

    sealed record Place(DocsAndPositionsEnum Postings, int Distance, int Articles)
    {
        public IEnumerable<int> ReadPositions()
        {
            for (int left = Postings.Freq; left > 0; left--)
                yield return Postings.NextPosition();
        }
    }
}
