using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using KnowledgeBase.Search;
using KnowledgeBase.Web.Hosting;
using KnowledgeBase.Web.Words;

namespace KnowledgeBase.Web.Suggestions;

/// <summary>Where the search box asks what its reader may mean: <c>/en/suggest?q=…</c>.</summary>
static class SuggestionAddress
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void MapSuggestions(this WebApplication app) => app.MapGet("/{lang:language}/suggest", (HttpContext context, string? q, ReadingRoom room, Visitor visitor, FacetNames names) =>
    {
        // Whoever types on comes back to the same letters soon; a new article may wait a minute here.
        context.Response.Headers.CacheControl = "public, max-age=60";
        return Results.Json(room.Suggest(q?.Trim() ?? "").Select(each => LineOf(each, visitor, names)), Options);
    });

    static SuggestedLine LineOf(Suggestion suggestion, Visitor visitor, FacetNames names) => suggestion switch
    {
        Suggestion.Value(var facet, var id, var name, _) => new(names.Of(facet, id), name == names.Of(facet, id) ? null : name, names.Of(facet), null, names.PageOf(facet, id)),
        Suggestion.Title(var id, var headline, var language) => new(headline, null, visitor["suggest.article"], language?.Tag, visitor.To($"article/{id}")),
        _ => throw new InvalidOperationException($"{suggestion} can't be shown."),
    };
}
