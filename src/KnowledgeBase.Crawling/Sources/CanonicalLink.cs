using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Crawling.Sources;

/// <summary>Brings the addresses of one page to one form: without fragment, tracking, session and default port.</summary>
static partial class CanonicalLink
{
    /// <summary>Longer addresses are traps or mistakes.</summary>
    const int MaxLength = 1500;

    // What campaigns, social networks and analytics add; none of them chooses what a page shows.
    static readonly FrozenSet<string> Tracking = new[]
    {
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "igshid", "igsh", "mc_cid", "mc_eid", "mkt_tok", "_ga", "_gl", "_hsenc", "_hsmi",
        "vero_id", "spm", "ncid", "cmpid", "ocid", "smid", "s_cid", "n_cid", "iref", "wt.mc_id", "at_medium", "at_campaign", "xtor", "ftag", "__twitter_impression", "share_source", "shareuid", "isappinstalled",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    static readonly FrozenSet<string> Session = new[] { "phpsessid", "jsessionid", "sessionid", "session_id", "sessid", "cfid", "cftoken", "oscsid", "zenid" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The canonical form of an address found somewhere; null when nobody can fetch it.</summary>
    public static string? Find(string? address, Uri around)
    {
        if (string.IsNullOrWhiteSpace(address) || !Uri.TryCreate(around, address.Trim(), out Uri? found))
            return null;
        if (found.Scheme is not ("http" or "https") || found.UserInfo.Length > 0 || found.IdnHost.Length == 0)
            return null;
        string path = SessionInPath().Replace(found.GetComponents(UriComponents.Path | UriComponents.KeepDelimiter, UriFormat.UriEscaped), "");
        string port = found.IsDefaultPort ? "" : $":{found.Port}";
        string url = $"{found.Scheme}://{HostOf(found)}{port}{UpperEscapes(path)}{QueryOf(found)}";
        return url.Length <= MaxLength ? url : null;
    }

    static string HostOf(Uri address) => address.HostNameType == UriHostNameType.IPv6 ? $"[{address.IdnHost.Trim('[', ']')}]" : address.IdnHost.ToLowerInvariant().TrimEnd('.');

    static string QueryOf(Uri address)
    {
        string query = address.GetComponents(UriComponents.Query, UriFormat.UriEscaped);
        string kept = string.Join('&', query.Split('&').Where(part => part.Length > 0 && !IsNoise(part)));
        return kept.Length == 0 ? "" : "?" + UpperEscapes(kept);
    }

    static bool IsNoise(string part)
    {
        int equals = part.IndexOf('=', StringComparison.Ordinal);
        (string name, string value) = equals < 0 ? (part, "") : (part[..equals], part[(equals + 1)..]);
        return name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || Tracking.Contains(name) || Session.Contains(name)
            || name.StartsWith("aspsessionid", StringComparison.OrdinalIgnoreCase)
            // "sid" may be a story; a long random value is a session.
            || (name.Equals("sid", StringComparison.OrdinalIgnoreCase) && SessionValue().IsMatch(value))
            // "from" and "ref" may choose something; these values don't.
            || (name.Equals("ref", StringComparison.OrdinalIgnoreCase) || name.Equals("from", StringComparison.OrdinalIgnoreCase) || name.Equals("source", StringComparison.OrdinalIgnoreCase))
                && value.ToLowerInvariant() is "rss" or "feed" or "atom" or "twitter" or "facebook" or "newsletter" or "sitemap";
    }

    static string UpperEscapes(string text) => Escape().Replace(text, match => match.Value.ToUpperInvariant());

    [GeneratedRegex(@";(jsessionid|phpsessid|sid)=[^/?;]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SessionInPath();

    [GeneratedRegex(@"^[0-9a-z]{16,}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SessionValue();

    [GeneratedRegex("%[0-9a-f]{2}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
