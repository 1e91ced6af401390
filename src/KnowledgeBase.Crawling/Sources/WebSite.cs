namespace KnowledgeBase.Crawling.Sources;

/// <summary>Tells whether two addresses belong to one site: <c>www.example.co.jp</c> and <c>news.example.co.jp</c> do.</summary>
static class WebSite
{
    public static bool AreOne(Uri one, Uri other) => Of(one).Equals(Of(other), StringComparison.OrdinalIgnoreCase);

    // What is registered below a country's second level (co.jp, com.cn) has three labels.
    static string Of(Uri address)
    {
        if (address.HostNameType is not UriHostNameType.Dns)
            return address.Authority;
        string[] labels = address.IdnHost.Split('.');
        bool isSecondLevel = labels.Length >= 3 && labels[^1].Length == 2
            && labels[^2] is "co" or "com" or "or" or "org" or "go" or "gov" or "ac" or "edu" or "ne" or "net" or "ed" or "lg" or "gr" or "ad" or "idv";
        return string.Join('.', labels.TakeLast(isSecondLevel ? 3 : 2));
    }
}
