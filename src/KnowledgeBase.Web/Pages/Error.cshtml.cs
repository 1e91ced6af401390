using KnowledgeBase.Search;
using KnowledgeBase.Storage;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KnowledgeBase.Web.Pages;

/// <summary>What a reader sees instead of a page that isn't there or can't be made.</summary>
[IgnoreAntiforgeryToken]
sealed class ErrorModel : PageModel
{
    /// <summary>The key of the words that say what happened: missing, resting (the index or ledger can't answer now) or failed.</summary>
    public string Kind { get; private set; } = "failed";

    /// <summary>Tells what happened.</summary>
    public void OnGet(int? status)
    {
        Exception? cause = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (cause is IndexException or LedgerException)
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        Kind = cause is IndexException or LedgerException ? "resting" : cause is null && status == StatusCodes.Status404NotFound ? "missing" : "failed";
    }

    /// <summary>The same for a form that was sent.</summary>
    public void OnPost(int? status) => OnGet(status);
}
