using KnowledgeBase.Articles;
using KnowledgeBase.Web.Hosting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Words;

/// <summary>Who looks at a page: the language of its address, light or dark, and the address the site is known by.</summary>
sealed class Visitor(IHttpContextAccessor accessor, SiteLabels labels, IOptions<SiteOptions> options)
{
    /// <summary>The cookie that remembers light or dark.</summary>
    public const string ThemeCookie = "theme";

    /// <summary>What can be chosen; the first follows the system.</summary>
    public static readonly IReadOnlyList<string> Themes = ["auto", "light", "dark"];

    HttpRequest Request => accessor.HttpContext!.Request;

    /// <summary>The language of the page. An address without one (an error far from any page) is answered in English.</summary>
    public Language Language => Language.Find(Request.RouteValues["lang"] as string) ?? LanguageOfPath ?? Language.English;

    /// <summary>Light, dark, or as the system is set.</summary>
    public string Theme => Request.Cookies[ThemeCookie] is { } chosen && Themes.Contains(chosen) ? chosen : Themes[0];

    /// <summary>Where the site is, without a slash at the end.</summary>
    public string Origin => options.Value.PublicAddress is { Length: > 0 } address ? address.TrimEnd('/') : $"{Request.Scheme}://{Request.Host}";

    /// <summary>The path and query of the page that was asked for, also where an error page answers in its place.</summary>
    public string Here =>
        Find<IStatusCodeReExecuteFeature>() is { } missing ? $"{missing.OriginalPath}{missing.OriginalQueryString}"
        : Find<IExceptionHandlerPathFeature>() is { } thrown ? $"{new PathString(thrown.Path).ToUriComponent()}{Request.QueryString}"
        : $"{Request.Path.ToUriComponent()}{Request.QueryString}";

    /// <summary>A label of the site in the visitor's language.</summary>
    public string this[string key] => labels.In(Language, key);

    /// <summary>The site's name in a language.</summary>
    public string NameIn(Language language) => labels.In(language, "site.name");

    /// <summary>A label with its gaps filled.</summary>
    public string Fill(string key, params object?[] values) => string.Format(System.Globalization.CultureInfo.InvariantCulture, this[key], values);

    /// <summary>The name of a country; a country without a label names itself by its code.</summary>
    public string Country(string code) => labels.Find(Language, $"country.{code}") ?? code;

    /// <summary>The address of a page in the visitor's language.</summary>
    public string To(string path) => $"/{Language.Code}/{path}";

    /// <summary>This page in another language.</summary>
    public string HereIn(Language language) => LanguageOfPath is null
        ? $"/{language.Code}/"
        : $"/{language.Code}{Here[(LanguageOfPath.Code.Length + 1)..]}";

    T? Find<T>() => accessor.HttpContext!.Features.Get<T>();

    Language? LanguageOfPath => Language.All.FirstOrDefault(language => new PathString(Here.Split('?')[0]).StartsWithSegments($"/{language.Code}", StringComparison.Ordinal));
}
