using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace KnowledgeBase.Crawling.Network;

/// <summary>Opens connections, to the public internet only. It looks at the address connected to, whatever the URL, the DNS or a redirect says.</summary>
sealed class NetworkGuard(IEnumerable<AllowedEndpoint> allowed)
{
    readonly ImmutableArray<AllowedEndpoint> _allowed = [.. allowed];

    /// <summary>True when a connection may be made.</summary>
    public bool Allows(IPAddress address, int port) =>
        (port is 80 or 443 && PublicAddresses.Contains(address)) || _allowed.Any(endpoint => endpoint.Includes(PublicAddresses.Plain(address), port));

    /// <summary>Connects to the first address of a host that answers.</summary>
    /// <exception cref="RefusedAddressException">One of its addresses is not public: a host that mixes them is not to be trusted with any.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        (string host, int port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        IPAddress[] addresses = IPAddress.TryParse(host, out IPAddress? literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancel);
        foreach (IPAddress address in addresses)
        {
            if (!Allows(address, port))
                throw new RefusedAddressException(host, address, port);
        }
        return await ConnectAsync(addresses, port, cancel);
    }

    static async Task<NetworkStream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancel)
    {
        // The addresses that were looked at, not the name again: DNS could answer differently the second time.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
