using System.Net;
using KnowledgeBase.Crawling.Fetching;
using KnowledgeBase.Crawling.Network;

namespace KnowledgeBase.Crawling.Tests.Network;

public class NetworkGuardTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("0.0.0.0")]
    [InlineData("10.0.0.1")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("168.63.129.16")]
    [InlineData("100.64.0.1")]
    [InlineData("100.100.100.200")]
    [InlineData("192.0.0.192")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::127.0.0.1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2002:a9fe:a9fe::1")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void What_is_not_the_public_internet_is_refused(string address) =>
        Assert.False(new NetworkGuard([]).Allows(IPAddress.Parse(address), 80));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("64:ff9b::8.8.8.8")]
    [InlineData("::ffff:8.8.8.8")]
    public void The_public_internet_is_allowed_on_the_ports_of_the_web(string address)
    {
        var guard = new NetworkGuard([]);
        Assert.True(guard.Allows(IPAddress.Parse(address), 443));
        Assert.False(guard.Allows(IPAddress.Parse(address), 22));
        Assert.False(guard.Allows(IPAddress.Parse(address), 8080));
    }

    [Fact]
    public void An_allowed_endpoint_opens_its_network_on_its_port_only()
    {
        var guard = new NetworkGuard([AllowedEndpoint.Find("127.77.0.0/24:8070")!]);
        Assert.True(guard.Allows(IPAddress.Parse("127.77.0.9"), 8070));
        Assert.True(guard.Allows(IPAddress.Parse("::ffff:127.77.0.9"), 8070));
        Assert.False(guard.Allows(IPAddress.Parse("127.77.0.9"), 80));
        Assert.False(guard.Allows(IPAddress.Parse("127.77.1.9"), 8070));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.0/8")]
    [InlineData("127.0.0.0/8:0")]
    [InlineData("127.0.0.0/8:70000")]
    [InlineData("localhost:80")]
    public void An_endpoint_written_otherwise_is_none(string text) => Assert.Null(AllowedEndpoint.Find(text));

    // Every way to write 127.0.0.1 that some parser knows; the test host listens there.
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f000001")]
    [InlineData("0177.0.0.1")]
    [InlineData("0x7f.0.0.1")]
    [InlineData("localhost")]
    [InlineData("LOCALHOST.")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::ffff:7f00:1]")]
    [InlineData("[::1]")]
    [InlineData("[0:0:0:0:0:ffff:127.0.0.1]")]
    [InlineData("0.0.0.0")]
    [InlineData("0")]
    [InlineData("１２７.０.０.１")]
    [InlineData("①②⑦.⓪.⓪.①")]
    public async Task No_spelling_leads_into_our_own_network(string spelling)
    {
        await using TestHost inside = (await TestHost.StartAsync()).OnPage("/", "<p>secret</p>");
        await using TestHost outside = (await TestHost.StartAsync()).OnRedirect("/a", $"http://{spelling}:{inside.Port}/");
        await using Workshop workshop = await Workshop.OpenAsync(outside);
        Assert.IsType<FetchResult.Failed>(await workshop.FetchAsync($"http://{spelling}:{inside.Port}/"));
        Assert.IsType<FetchResult.Failed>(await workshop.FetchAsync(outside.Address + "/a"));
        Assert.Empty(inside.Asked);
    }

    [Fact]
    public async Task A_refusal_says_what_it_refused_and_how_to_allow_it()
    {
        await using TestHost inside = await TestHost.StartAsync();
        await using Workshop workshop = await Workshop.OpenAsync([]);
        var failed = Assert.IsType<FetchResult.Failed>(await workshop.FetchAsync(inside.Address));
        Assert.Equal($"127.77.0.1 leads to 127.77.0.1 port {inside.Port}, which is not the public web; allow it with Crawler:AllowedPrivateEndpoints if it is yours", failed.Reason);
    }
}
