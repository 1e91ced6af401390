using KnowledgeBase.Articles;
using KnowledgeBase.Web.Words;
using SameSiteMode = Microsoft.AspNetCore.Http.SameSiteMode;
using StringWithQualityHeaderValue = Microsoft.Net.Http.Headers.StringWithQualityHeaderValue;

namespace KnowledgeBase.Web.Hosting;

/// <summary>What belongs to no page: the way in, the choice of light and dark, and what robots may do.</summary>
static class FrontDoor
{
    public static void MapFrontDoor(this WebApplication app)
    {
        app.MapGet("/", (HttpContext context) =>
        {
            context.Response.Headers.Vary = "Accept-Language";
            return Results.Redirect($"/{LanguageOf(context.Request).Code}/");
        });
        app.MapGet("/theme", (HttpContext context, string? value, string? back) =>
        {
            context.Response.Cookies.Append(Visitor.ThemeCookie, Visitor.Themes.Contains(value) ? value! : Visitor.Themes[0], new()
            {
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                MaxAge = TimeSpan.FromDays(365),
            });
            return Results.LocalRedirect(IsOurs(back) ? back! : "/");
        });
        app.MapGet("/robots.txt", () => "User-agent: *\nDisallow: /theme\n");
    }

    // Only back into the site: "//host" and "/\host" would lead elsewhere; and only what a header can carry.
    static bool IsOurs(string? back) => back is ['/', not '/' and not '\\', ..] && back.All(c => c is > ' ' and <= '~');

    /// <summary>The language a browser asks for first of those there are; English when it asks for none.</summary>
    static Language LanguageOf(HttpRequest request) =>
        (request.GetTypedHeaders().AcceptLanguage ?? (IList<StringWithQualityHeaderValue>)[])
            .OrderByDescending(wish => wish.Quality ?? 1)
            .Select(wish => Language.Find(wish.Value.Value))
            .FirstOrDefault(language => language is not null) ?? Language.English;
}
