using System.Net;

namespace KnowledgeBase.Crawling.Network;

/// <summary>A connection into a network that is not public, or to a port that is not the web's, was refused.</summary>
sealed class RefusedAddressException(string host, IPAddress address, int port)
    : Exception($"{host} leads to {address} port {port}, which is not the public web; allow it with Crawler:AllowedPrivateEndpoints if it is yours");
