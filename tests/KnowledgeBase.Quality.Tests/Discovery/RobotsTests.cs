using System.Text;
using System.Text.Json.Nodes;
using KnowledgeBase.Crawling.Robots;
using KnowledgeBase.Quality.Tests.Extraction;

namespace KnowledgeBase.Quality.Tests.Discovery;

public class RobotsTests
{
    [Theory]
    [InlineData("google")]
    [InlineData("crawlercommons")]
    public void Robots_txt_means_what_the_standard_says(string set)
    {
        SharedPages shared = SharedPages.FindOrSkip();
        JsonArray cases = JsonNode.Parse(shared.ReadBytes($"dev/robots/{set}.json"))!.AsArray();
        DiscoveryFloors.Check($"robots {set}", shared.Score("score_robots.py", $"dev/robots/{set}.json", cases.Select(one => Answer(one!)), "--failures"));
    }

    static JsonObject Answer(JsonNode one)
    {
        var answer = new JsonObject { ["name"] = $"{one["name"]}" };
        string kind = $"{one["kind"]}";
        if (kind == "valid_agent")
            answer["valid"] = RobotsName.IsValid($"{one["agent"]}");
        if (kind is not ("allowed" or "sitemaps" or "sitemap_count" or "crawl_delay" or "directives"))
            return answer;
        RobotsRules rules = RobotsRules.Read(BytesOf(one));
        if (kind == "allowed")
            answer["allowed"] = rules.Decide($"{one["agent"]}", PathOf($"{one["url"]}")).IsAllowed;
        else if (kind == "sitemaps")
            answer["sitemaps"] = new JsonArray([.. rules.Sitemaps.Select(url => (JsonNode)url)]);
        else if (kind == "sitemap_count")
            answer["sitemap_count"] = rules.Sitemaps.Length;
        else if (kind == "crawl_delay")
            answer["crawl_delay_ms"] = rules.CrawlDelayOf($"{one["agent"]}")?.TotalMilliseconds;
        else
            answer["valid_directives"] = RobotsText.Read(BytesOf(one)).Count(line => line.Key is "user-agent" or "allow" or "disallow" or "sitemap");
        return answer;
    }

    static byte[] BytesOf(JsonNode one) =>
        one["robots_base64"] is { } packed ? Convert.FromBase64String($"{packed}") : Encoding.UTF8.GetBytes($"{one["robots"]}");

    // As it stands in the request line; the crawler's own addresses are always whole.
    static string PathOf(string url)
    {
        int start = url.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? url.IndexOf('/', scheme + 3) : 0;
        string path = start < 0 ? "/" : url[start..].Split('#')[0];
        return path.Length == 0 ? "/" : path;
    }
}
