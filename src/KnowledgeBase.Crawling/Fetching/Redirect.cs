namespace KnowledgeBase.Crawling.Fetching;

/// <summary>Finds where an answer sends us, and whether we may go.</summary>
static class Redirect
{
    /// <summary>Longer addresses are traps or mistakes; browsers bear 2083 to 64,000.</summary>
    public const int MaxAddressLength = 2000;

    /// <summary>The address an answer sends us to, without fragment; null when it is no redirect.</summary>
    public static Uri? Find(Answer.Given answer, Uri from) =>
        answer.Status is 301 or 302 or 303 or 307 or 308 && answer.FindHeader("Location") is { Length: > 0 } location && Uri.TryCreate(from, location, out Uri? to)
            ? to.Fragment.Length > 0 ? new Uri(to.GetLeftPart(UriPartial.Query)) : to
            : null;

    /// <summary>Why an address may not be asked for, whatever answers there; null when it may.</summary>
    public static string? FindProblem(Uri address)
    {
        if (address.Scheme is not ("http" or "https"))
            return $"'{address.Scheme}' is not http or https";
        if (address.UserInfo.Length > 0)
            return "the address holds a user's name or password";
        return address.AbsoluteUri.Length > MaxAddressLength ? $"the address is longer than {MaxAddressLength} characters" : null;
    }
}
