using System.Text;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Cli.Tests;

/// <summary>Pages of a newspaper that does not exist.</summary>
static class Pages
{
    public const string English =
        "<p>Kobe invited Chinese companies to a briefing on Thursday and told them what the city pays to firms that invest there and open an office, according to its bureau.</p>"
        + "<p>“We will support their offices,” said Hanako Yamada, mayor of the city, and hoped that more of them would choose the port for their head office in Japan.</p>"
        + "<p>Makers of medical devices, carriers and suppliers of environmental technology were the most interested, and two more briefings for those who invest are planned.</p>";

    public const string Chinese =
        "<p>神户市三日举行投资说明会，向中国企业介绍当地的投资环境和补助制度，约一百二十名代表出席。</p>"
        + "<p>神户市市长山田花子表示：“我们欢迎中国企业。”新设办公室的外国企业最高可获得租金的一半，连续三年。</p>"
        + "<p>与会的中国企业对医疗设备、物流和环保技术最感兴趣。主办方计划明年春天再办两场投资说明会。</p>";

    public const string Japanese =
        "<p>神戸市は三日、中国企業を対象にした投資説明会を市内で開き、オフィス賃料の補助制度などを紹介した。約百二十人が参加した。</p>"
        + "<p>山田花子市長は「港の近さを生かし、拠点づくりを支えたい」と述べ、新たに進出する企業には三年間、賃料の半額を助成すると説明した。</p>"
        + "<p>参加した企業からは医療機器や物流、環境技術への投資に関心が高かった。来春には大連と天津でも開く予定だという。</p>";

    public const string German =
        "<p>Die Stadt Kobe lud am Freitag chinesische Unternehmen ein und erklärte ihnen, was sie denen zahlt, die dort ein Büro eröffnen.</p>"
        + "<p>Die Stadt übernimmt drei Jahre lang die Hälfte der Miete, sagte eine Beamtin, und hofft auf mehr Zentralen im Hafen.</p>";

    public static string Html(string language, string headline, string body) =>
        $"<!DOCTYPE html><html lang=\"{language}\"><head><title>{headline}</title><meta property=\"article:published_time\" content=\"2019-10-03\"></head>"
        + $"<body><nav><a href=\"/\">Home</a></nav><article><h1>{headline}</h1>{body}</article></body></html>";

    public static FetchedPage Fetched(string url, string html) => new()
    {
        Url = url,
        FinalUrl = url,
        PublisherId = "gazette",
        FetchedAt = new(2020, 1, 2, 12, 0, 0, TimeSpan.Zero),
        Status = 200,
        Headers = [KeyValuePair.Create("Content-Type", "text/html; charset=utf-8")],
        Body = Encoding.UTF8.GetBytes(html),
    };
}
