namespace KnowledgeBase.Cli.Setup;

/// <summary>Addresses that an operator types.</summary>
static class WebAddress
{
    /// <summary>The address, brought to the form in which it is asked for.</summary>
    /// <exception cref="MistakeException">It is none, or carries a password.</exception>
    public static string Require(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https") || address.IdnHost.Length == 0)
            throw new MistakeException($"'{text}' is no web address: write it whole, like https://www.example.org/news.");
        if (address.UserInfo.Length > 0)
            throw new MistakeException($"'{address.Host}' is asked with a name or password in the address, which the crawler never sends. Leave it out.");
        return address.AbsoluteUri;
    }
}
