using KnowledgeBase.Articles;

namespace KnowledgeBase.Web.Words;

/// <summary>Lets only the languages of the site stand where an address names one.</summary>
sealed class LanguageConstraint : IRouteConstraint
{
    /// <inheritdoc/>
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out object? value) && Language.All.Any(language => language.Code == value as string);
}
