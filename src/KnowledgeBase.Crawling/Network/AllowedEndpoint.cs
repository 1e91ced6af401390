using System.Globalization;
using System.Net;

namespace KnowledgeBase.Crawling.Network;

/// <summary>A private network and port that may be reached after all.</summary>
sealed record AllowedEndpoint(IPNetwork Network, int Port)
{
    /// <summary>Reads <c>127.77.0.0/24:8070</c> or <c>[fd00::/8]:8070</c>; null when it is written otherwise.</summary>
    public static AllowedEndpoint? Find(string text)
    {
        int colon = text.LastIndexOf(':');
        return colon > 0 && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is > 0 and <= 65535
            && IPNetwork.TryParse(text[..colon].Trim('[', ']'), out IPNetwork network) ? new(network, port) : null;
    }

    public bool Includes(IPAddress address, int port) => port == Port && Network.Contains(address);
}
