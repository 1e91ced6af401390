using System.Collections.Immutable;
using System.Text.Json;
using AngleSharp.Dom;
using KnowledgeBase.Reading.Bodies;

namespace KnowledgeBase.Reading.Metadata;

/// <summary>What a page says of its article in JSON-LD with the words of schema.org.</summary>
sealed record StructuredData
{
    static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The headline, or null.</summary>
    public string? Headline { get; init; }

    /// <summary>Who wrote it: persons, and what it does not call an organisation.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>The organisations that it gives as its authors.</summary>
    public ImmutableArray<string> AuthorOrganizations { get; init; } = [];

    /// <summary>When it was published, as written; null when it does not say.</summary>
    public string? Published { get; init; }

    /// <summary>When it was last changed, as written; null when it does not say.</summary>
    public string? Modified { get; init; }

    /// <summary>The whole text, or null.</summary>
    public string? ArticleBody { get; init; }

    /// <summary>The name of the site or publisher, or null.</summary>
    public string? SiteName { get; init; }

    /// <summary>The publisher's own id, or null.</summary>
    public string? Identifier { get; init; }

    /// <summary>The section, or null.</summary>
    public string? Section { get; init; }

    /// <summary>The keywords; each may hold several, with commas.</summary>
    public ImmutableArray<string> Keywords { get; init; } = [];

    /// <summary>The address of the lead image, or null.</summary>
    public string? Image { get; init; }

    /// <summary>True when it says that it is not free to read.</summary>
    public bool IsPaywalled { get; init; }

    public static StructuredData Read(IDocument document)
    {
        var data = new StructuredData();
        foreach (IElement script in document.QuerySelectorAll("script[type='application/ld+json' i]"))
        {
            using JsonDocument? json = Parse(script.TextContent);
            if (json is not null)
                data = Nodes(json.RootElement).Aggregate(data, (known, node) => known.With(node));
        }
        return data;
    }

    StructuredData With(JsonElement node)
    {
        string[] types = [.. Texts(node, "@type")];
        if (types.Any(type => type is "WebSite" or "NewsMediaOrganization"))
            return this with { SiteName = SiteName ?? Text(node, "name") };
        bool isArticle = types.Any(type => type.EndsWith("Article", StringComparison.Ordinal) || type is "BlogPosting" or "Report" or "LiveBlogPosting" or "GovernmentService" or "CreativeWork");
        if (!isArticle && !types.Any(type => type is "WebPage" or "ItemPage" or "VideoObject" or "Product"))
            return this;
        return this with
        {
            Headline = Headline ?? (isArticle ? Text(node, "headline") ?? Text(node, "name") : null),
            Authors = Authors.IsEmpty && isArticle ? [.. Names(node, "author", IsNoOrganization).Concat(Names(node, "creator", IsNoOrganization)).Distinct(StringComparer.Ordinal)] : Authors,
            AuthorOrganizations = AuthorOrganizations.IsEmpty && isArticle ? [.. Names(node, "author", IsOrganization)] : AuthorOrganizations,
            Published = Published ?? Text(node, "datePublished") ?? Text(node, "dateCreated") ?? Text(node, "uploadDate"),
            Modified = Modified ?? Text(node, "dateModified"),
            ArticleBody = ArticleBody ?? (isArticle ? RawText(node, "articleBody") : null),
            Identifier = Identifier ?? (isArticle ? IdentifierOf(node) : null),
            Section = Section ?? Text(node, "articleSection"),
            Keywords = Keywords.IsEmpty && isArticle ? [.. Texts(node, "keywords")] : Keywords,
            Image = Image ?? (isArticle ? ImageOf(node) : null),
            IsPaywalled = IsPaywalled || (node.TryGetProperty("isAccessibleForFree", out JsonElement free) && (free.ValueKind == JsonValueKind.False || (free.ValueKind == JsonValueKind.String && free.GetString()!.Equals("false", StringComparison.OrdinalIgnoreCase)))),
            SiteName = SiteName ?? Names(node, "publisher", _ => true).FirstOrDefault(),
        };
    }

    // Depth is limited by the parser itself (64).
    static IEnumerable<JsonElement> Nodes(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Nodes),
        JsonValueKind.Object => new[] { json }.Concat(Inner(json, "@graph")).Concat(Inner(json, "mainEntity")).Concat(Inner(json, "mainEntityOfPage")),
        _ => [],
    };

    static IEnumerable<JsonElement> Inner(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement inner) ? Nodes(inner) : [];

    static string? ImageOf(JsonElement node)
    {
        if (Text(node, "image") is { } address)
            return address;
        if (!node.TryGetProperty("image", out JsonElement image))
            return null;
        JsonElement first = image.ValueKind == JsonValueKind.Array ? image.EnumerateArray().FirstOrDefault() : image;
        return first.ValueKind == JsonValueKind.Object ? Text(first, "url") : null;
    }

    // An id may be given with what it is called.
    static string? IdentifierOf(JsonElement node) =>
        Text(node, "identifier") ?? (node.TryGetProperty("identifier", out JsonElement named) && named.ValueKind == JsonValueKind.Object ? Text(named, "value") : null);

    static string? RawText(JsonElement node, string name) =>
        node.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    static string? Text(JsonElement node, string name) => Texts(node, name).FirstOrDefault();

    static IEnumerable<string> Texts(JsonElement node, string name)
    {
        if (!node.TryGetProperty(name, out JsonElement value))
            return [];
        IEnumerable<JsonElement> values = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
        return values.Where(v => v.ValueKind == JsonValueKind.String).Select(v => Unescape(v.GetString()!)).Where(text => text.Length > 0);
    }

    static bool IsOrganization(JsonElement named) => named.ValueKind == JsonValueKind.Object && Texts(named, "@type").Any(type => type.EndsWith("Organization", StringComparison.Ordinal) || type == "Corporation");

    static bool IsNoOrganization(JsonElement named) => !IsOrganization(named);

    static IEnumerable<string> Names(JsonElement node, string name, Func<JsonElement, bool> isMeant)
    {
        if (!node.TryGetProperty(name, out JsonElement value))
            return [];
        IEnumerable<JsonElement> values = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
        return values.Where(isMeant).SelectMany(v => v.ValueKind switch
        {
            JsonValueKind.String => [Unescape(v.GetString()!)],
            JsonValueKind.Object => Texts(v, "name"),
            _ => Enumerable.Empty<string>(),
        }).Where(text => text.Length > 0 && WebAddress.Find(text) is null);
    }

    // Many systems put HTML entities into JSON.
    static string Unescape(string text) => PlainText.OneLine(System.Net.WebUtility.HtmlDecode(text));

    static JsonDocument? Parse(string text)
    {
        try
        {
            // Line breaks inside of strings are the commonest mistake.
            return JsonDocument.Parse(text.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ').Trim().TrimEnd(';'), Lenient);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
