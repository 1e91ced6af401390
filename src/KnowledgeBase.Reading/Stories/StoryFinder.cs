using AngleSharp.Html.Dom;
using KnowledgeBase.Editorial;
using KnowledgeBase.Reading.Bodies;
using KnowledgeBase.Reading.Metadata;

namespace KnowledgeBase.Reading.Stories;

/// <summary>Finds what is left of a page when everything but the story is taken away. Several ways look for it; evidence decides between them.</summary>
static class StoryFinder
{
    /// <summary>So few words, in Latin letters, of a page's own description tell where its story is.</summary>
    const int FirstWordsWeight = 24;

    /// <summary>Less text where the publisher keeps its stories means that the pages have changed since somebody said so: a sentence.</summary>
    const int LeastSelectedWeight = 60;

    /// <summary>The story; where its publisher says where it is, and that holds prose, it is that.</summary>
    public static StoryBody Find(IHtmlDocument document, Uri page, PageMetadata metadata, StorySelectors? selectors = null)
    {
        if (selectors is not null && StoryTrim.Trim(SelectedStory.Find(document, page, selectors), metadata.Headline) is { Weight: >= LeastSelectedWeight } told)
            return told;
        StoryBody smart = StoryTrim.Trim(SmartStory.Find(document, page), metadata.Headline);
        StoryBody dense = StoryTrim.Trim(DensityStory.Find(document, page), metadata.Headline);
        var evidence = new StoryEvidence(metadata);
        StoryBody chosen = evidence.IsBetter(dense, smart) ? dense : smart;
        if (evidence.Speaks(against: chosen) && FirstWords(metadata.Description ?? "") is { Length: > 0 } words)
        {
            StoryBody around = StoryTrim.Trim(DensityStory.FindAround(words, document, page), metadata.Headline);
            chosen = evidence.Speaks(against: around) ? chosen : around;
        }
        return chosen.Text.Length > 0 ? StoryGaps.Fill(chosen, document, page) : Told(metadata.ArticleBody);
    }

    // What the page gives to machines, where people would see it only after a script ran.
    static StoryBody Told(string? articleBody)
    {
        var body = new BodyBuilder();
        foreach (string line in (articleBody ?? "").Split('\n'))
        {
            body.Append(line);
            body.EndBlock();
        }
        return body.Build();
    }

    static string FirstWords(string description)
    {
        int end = 0;
        while (end < description.Length && PlainText.Weigh(description.AsSpan(0, end)) < FirstWordsWeight)
            end++;
        return description[..end].TrimEnd();
    }
}
