using System.Collections.Immutable;
using KnowledgeBase.Web.Watching;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KnowledgeBase.Web.Pages;

/// <summary>How the sources are doing, for editors and for readers who miss something.</summary>
/// <remarks>There are no accounts: it shows what may be public, see <see cref="ShownSource"/>.</remarks>
sealed class SourcesModel(SourceBoard board) : PageModel
{
    /// <summary>The sources, those that need a look first.</summary>
    public ImmutableArray<ShownSource> Sources { get; private set; } = [];

    /// <summary>When they were looked up.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Looks them up.</summary>
    public async Task OnGetAsync() => (At, Sources) = await board.LookAsync(HttpContext.RequestAborted);
}
