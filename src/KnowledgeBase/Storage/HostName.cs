namespace KnowledgeBase.Storage;

/// <summary>Names the host that politeness is owed to: whoever answers on a name, by http or https; another port is another host.</summary>
public static class HostName
{
    /// <summary>The name of an address, in lower case, with the port where it is not the usual one.</summary>
    public static string Of(Uri address) => address.IsDefaultPort ? address.IdnHost.ToLowerInvariant() : $"{address.IdnHost.ToLowerInvariant()}:{address.Port}";

    /// <summary>The name in an address; empty when it is no absolute address.</summary>
    public static string Of(string url) => Uri.TryCreate(url, UriKind.Absolute, out Uri? address) ? Of(address) : "";
}
