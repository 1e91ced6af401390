using System.Collections.Immutable;
using KnowledgeBase.Search;

namespace KnowledgeBase.Web.Pages;

/// <summary>Values of a facet in a list of facts.</summary>
/// <param name="Facet">The facet.</param>
/// <param name="Values">The values.</param>
sealed record ValueList(Facet Facet, ImmutableArray<string> Values);
