using KnowledgeBase.Articles;

namespace KnowledgeBase.Web.Stories;

/// <summary>Words of a speaker, with the post held then.</summary>
/// <param name="Article">Where they stand.</param>
/// <param name="Quote">The words and what the text says of the speaker.</param>
sealed record SpokenWords(Article Article, Quote Quote)
{
    /// <summary>The words.</summary>
    public string Text => Quote.Span.In(Article.Body);

    /// <summary>Everything a speaker is known to have said in some articles, in their order.</summary>
    public static IEnumerable<SpokenWords> Of(string speaker, IEnumerable<Article> articles) =>
        articles.SelectMany(article => article.Quotes.Where(quote => quote.SpeakerValue == speaker).Select(quote => new SpokenWords(article, quote)));
}
