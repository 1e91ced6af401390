using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Highlighting;

/// <summary>Cuts the passage out of a body that shows best what was asked for.</summary>
static class PassageFinder
{
    /// <summary>How wide a passage is: about 160 Latin letters or 80 Han, two lines on a wide screen.</summary>
    const int Width = 160;

    // What stands before the first mark when its sentence began too early.
    const int WidthBefore = 40;

    /// <summary>The best passage, with what was found in it marked; the beginning of the body when nothing was.</summary>
    public static MarkedText Of(string body, List<Found> found)
    {
        int start = found.Count == 0 ? FirstLetter(body) : BestStart(body, found);
        int limit = EndOfWidth(body, start, Width);
        int end = limit == body.Length ? limit : CutAtSentence(body, start, limit) ?? Sentences.WordBoundAtOrBefore(body, limit, start + ((limit - start) / 2));
        end = TrimEnd(body, start, end);
        return new MarkedText(body[start..end], MarksIn(found, start, end), start)
        {
            // An item of a list may go on with the sentence before the list.
            IsCutBefore = !Sentences.IsStart(body, start) || (start > 0 && start < end && char.IsLower(body[start])),
            IsCutAfter = end < body.Length && !Sentences.IsStart(body, NextLetter(body, end)),
        };
    }

    /// <summary>What was found in a stretch of a text, as marks within it: without overlap, neighbours joined only where they touch within a word.</summary>
    public static ImmutableArray<TextSpan> MarksIn(List<Found> found, int start, int end)
    {
        var marks = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (Found each in found)
        {
            TextSpan span = TextSpan.Between(each.Span.Start - start, Math.Min(each.Span.End, end) - start);
            if (span.Start < 0 || span.Length <= 0)
                continue;
            if (marks.Count > 0 && span.Start <= marks[^1].End)
                marks[^1] = TextSpan.Between(marks[^1].Start, Math.Max(marks[^1].End, span.End));
            else
                marks.Add(span);
        }
        return marks.ToImmutable();
    }

    // The most different things in one passage, then the most places, then the earliest.
    static int BestStart(string body, List<Found> found)
    {
        int[] sentences = [.. Sentences.StartsIn(body)];
        (int best, int bestKinds, int bestPlaces) = (0, -1, -1);
        int last = -1;
        foreach (Found each in found)
        {
            int start = StartFor(body, sentences, each.Span);
            if (start == last)
                continue;
            last = start;
            int end = EndOfWidth(body, start, Width);
            List<Found> within = [.. found.Where(other => other.Span.Start >= start && other.Span.End <= end)];
            int kinds = within.Select(other => other.Unit).Distinct().Count();
            if (kinds > bestKinds || (kinds == bestKinds && within.Count > bestPlaces))
                (best, bestKinds, bestPlaces) = (start, kinds, within.Count);
        }
        return best;
    }

    // The sentence's beginning where the mark still fits in; else a word's beginning shortly before the mark.
    static int StartFor(string body, int[] sentences, TextSpan mark)
    {
        int index = Array.BinarySearch(sentences, mark.Start);
        int sentence = index >= 0 ? sentences[index] : index == -1 ? 0 : sentences[~index - 1];
        if (mark.End <= EndOfWidth(body, sentence, Width))
            return sentence;
        int early = mark.Start;
        for (int width = 0; early > sentence && width < WidthBefore; early--)
            width += Scripts.WidthOf(body[early - 1]);
        int bound = early;
        while (bound < mark.Start && !(bound == 0 || char.IsWhiteSpace(body[bound - 1]) || Scripts.WidthOf(body[bound]) == 2))
            bound++;
        return bound;
    }

    static int? CutAtSentence(string body, int start, int limit)
    {
        for (int at = limit; at > start + ((limit - start) * 3 / 5); at--)
        {
            if (at < body.Length && !char.IsWhiteSpace(body[at]) && Sentences.IsStart(body, at))
                return at;
        }
        return null;
    }

    static int EndOfWidth(string body, int start, int width)
    {
        int end = start;
        for (int used = 0; end < body.Length && used < width; end++)
            used += Scripts.WidthOf(body[end]);
        return end < body.Length && end > 0 && char.IsSurrogatePair(body, end - 1) ? end - 1 : end;
    }

    static int FirstLetter(string body) => NextLetter(body, 0) is var first && first < body.Length ? first : 0;

    static int NextLetter(string body, int at)
    {
        while (at < body.Length - 1 && char.IsWhiteSpace(body[at]))
            at++;
        return at;
    }

    static int TrimEnd(string body, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(body[end - 1]))
            end--;
        return end;
    }
}
