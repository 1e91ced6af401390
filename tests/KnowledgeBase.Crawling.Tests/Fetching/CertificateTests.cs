using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using KnowledgeBase.Crawling.Fetching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KnowledgeBase.Crawling.Tests.Fetching;

public class CertificateTests
{
    [Fact]
    public async Task A_certificate_nobody_vouches_for_is_a_failure()
    {
        using X509Certificate2 certificate = MakeCertificate();
        int port = TestHost.FindFreePort();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.UseHttps(certificate)));
        await using WebApplication app = builder.Build();
        bool wasAsked = false;
        app.Run(context =>
        {
            wasAsked = true;
            return context.Response.WriteAsync("secret");
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        await using Workshop workshop = await Workshop.OpenAsync([], change: options => options with { AllowedPrivateEndpoints = [$"127.0.0.0/8:{port}"] });

        var failed = Assert.IsType<FetchResult.Failed>(await workshop.FetchAsync($"https://127.0.0.1:{port}/"));

        Assert.StartsWith("its certificate is not good", failed.Reason, StringComparison.Ordinal);
        Assert.False(wasAsked);
    }

    static X509Certificate2 MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
