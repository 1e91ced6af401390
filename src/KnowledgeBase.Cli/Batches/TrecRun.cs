using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Cli.Inputs;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Search;

namespace KnowledgeBase.Cli.Batches;

/// <summary>Answers a file of queries in the form that evaluations of retrieval read: <c>qid Q0 docid rank score tag</c>.</summary>
/// <param name="index">The index.</param>
/// <param name="ids">How articles are named in the run.</param>
/// <param name="filter">What is chosen for every query, such as a language.</param>
sealed class TrecRun(ArticleIndex index, GivenIds ids, SearchQuery filter)
{
    /// <summary>As deep as TREC's pools were judged, and as the measures look (recall at 100).</summary>
    const int MaxHits = 100;

    /// <summary>Queries in memory at a time: enough to keep every core busy.</summary>
    const int QueriesAtATime = 64;

    const string Tag = "kb";

    /// <summary>Writes the run of the queries (lines of qid, language and text, separated by tabs). Returns how many lines were bad.</summary>
    public async Task<int> WriteAsync(string queries, TextWriter run, Desk desk, CancellationToken cancel)
    {
        int bad = 0;
        await foreach (PlacedLine[] lines in JsonLines.ReadAsync(queries, desk, cancel).Chunk(QueriesAtATime).WithCancellation(cancel))
        {
            foreach ((PlacedLine line, ImmutableArray<string>? answer) in lines.AsParallel().AsOrdered().WithCancellation(cancel).Select(line => (line, Answer(line.Text))))
            {
                if (answer is null)
                {
                    bad++;
                    desk.Remark($"{line.Place}: A query is an id, a language and a text, separated by tabs.");
                }
                foreach (string hit in answer ?? [])
                    await run.WriteLineAsync(hit.AsMemory(), cancel);
            }
        }
        return bad;
    }

    ImmutableArray<string>? Answer(string line)
    {
        if (line.Split('\t') is not [{ Length: > 0 } id, _, var text] || id.Any(char.IsWhiteSpace) || string.IsNullOrWhiteSpace(text))
            return null;
        var lines = ImmutableArray.CreateBuilder<string>();
        float least = float.MaxValue;
        foreach (RankedArticle hit in index.Rank(filter with { Text = text }, MaxHits))
        {
            // Evaluations order by score, so it must never rise from rank to rank.
            least = Math.Min(least, hit.Score);
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{id} Q0 {ids.Of(hit.Id)} {lines.Count + 1} {least:R} {Tag}"));
        }
        return lines.ToImmutable();
    }
}
