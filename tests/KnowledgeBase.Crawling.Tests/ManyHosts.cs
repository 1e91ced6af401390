namespace KnowledgeBase.Crawling.Tests;

/// <summary>Many hosts with many pages each: one program on one port, under many addresses of loopback.</summary>
static class ManyHosts
{
    /// <summary>Starts them. Each page takes a moment, as real ones do.</summary>
    public static async Task<TestHost> StartAsync(int hosts, int pages, TimeSpan moment)
    {
        TestHost host = await TestHost.StartAsync();
        host.On("/sitemap.xml", async context =>
        {
            string address = $"http://{context.Request.Host}";
            context.Response.ContentType = "application/xml";
            await using var writer = new StreamWriter(context.Response.Body);
            await writer.WriteAsync($"<urlset>{string.Concat(Enumerable.Range(0, pages).Select(i => $"<url><loc>{address}/{i}</loc></url>"))}</urlset>");
        });
        for (int i = 0; i < pages; i++)
        {
            byte[] body = System.Text.Encoding.UTF8.GetBytes($"<html><h1>{i}</h1>{string.Concat(Enumerable.Repeat($"<p>Story {i} of the port.</p>", 400))}</html>");
            host.On($"/{i}", async context =>
            {
                if (moment > TimeSpan.Zero)
                    await Task.Delay(moment, context.RequestAborted);
                context.Response.ContentType = "text/html";
                await context.Response.Body.WriteAsync(body, context.RequestAborted);
            });
        }
        Assert.InRange(hosts, 1, 250);
        return host;
    }

    public static IEnumerable<string> Addresses(int port, int hosts) => Enumerable.Range(1, hosts).Select(i => $"http://127.77.0.{i}:{port}");
}
