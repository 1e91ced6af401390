using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KnowledgeBase.Articles;

/// <summary>Articles as JSON: one shape for the ledger, exports and imports.</summary>
public static class ArticleJson
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Han and kana stay readable in the ledger and in exports; the JSON is never pasted into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The article on one line of JSON.</summary>
    public static string Write(Article article) => JsonSerializer.Serialize(article, Options);

    /// <summary>The article of one line of JSON.</summary>
    /// <exception cref="JsonException">The text is not an article; the message names the property.</exception>
    public static Article Read(string json)
    {
        Article article = JsonSerializer.Deserialize<Article>(json, Options) ?? throw new JsonException("null is not an article.");
        foreach (TextSpan span in Spans(article))
        {
            if (span.Start < 0 || span.Length < 0 || span.End > article.Body.Length)
                throw new JsonException($"The span {span.Start}+{span.Length} lies outside the body of {article.Body.Length} characters.");
        }
        return article;
    }

    static IEnumerable<TextSpan> Spans(Article article) =>
        article.Marks.Select(mark => mark.Span)
            .Concat(article.Provisions.SelectMany(provision => new[] { provision.Name, provision.Span }))
            .Concat(article.Mentions.Select(mention => mention.Span))
            .Concat(article.Figures.Select(figure => figure.Span))
            .Concat(article.Quotes.SelectMany(quote => new[] { quote.Span, quote.NamedSpan ?? quote.Span, quote.CueSpan ?? quote.Span }));
}
