using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace KnowledgeBase.Crawling.Network;

/// <summary>Tells addresses of the public internet from all others.</summary>
/// <remarks>After IANA's special-purpose registries for IPv4 (RFC 6890 and later) and IPv6; of IPv6 only 2000::/3 is in public use.</remarks>
static class PublicAddresses
{
    static readonly ImmutableArray<IPNetwork> Reserved =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24",
            "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // Azure's host, which hands out a machine's secrets from a public address.
            "168.63.129.16/32",
            "2001::/23", "2001:db8::/32", "2620:4f:8000::/48", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    static readonly IPNetwork InPublicUse = IPNetwork.Parse("2000::/3");
    static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    /// <summary>True when anybody on the internet could reach the address, and it is nobody's own.</summary>
    public static bool Contains(IPAddress address)
    {
        IPAddress plain = Plain(address);
        return !Reserved.Any(network => network.Contains(plain))
            && (plain.AddressFamily == AddressFamily.InterNetwork || InPublicUse.Contains(plain));
    }

    /// <summary>The IPv4 address that an IPv6 address carries (mapped, NAT64, 6to4), or the address itself.</summary>
    public static IPAddress Plain(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return address;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        byte[] bytes = address.GetAddressBytes();
        // A scope is no part of what a network contains.
        var bare = new IPAddress(bytes);
        return Nat64.Contains(bare) ? new IPAddress(bytes.AsSpan(12, 4)) : SixToFour.Contains(bare) ? new IPAddress(bytes.AsSpan(2, 4)) : bare;
    }
}
