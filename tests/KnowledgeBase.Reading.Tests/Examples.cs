using System.Text;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Reading.Tests;

static class Examples
{
    public static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    public const string Chinese =
        "<p>日本贸易机构十五日在神户举行说明会，向中国企业介绍当地的投资环境和补助制度，约一百二十名代表出席。</p>" +
        "<p>神户市负责人表示，新设办公室的外国企业最高可获得租金的一半，连续三年，希望更多企业把日本总部设在港口城市。</p>" +
        "<p>与会的中国企业对医疗设备、物流和环保技术最感兴趣。主办方计划明年春天在大连和天津再办两场。</p>";

    public const string Japanese =
        "<p>神戸市は十五日、中国企業を対象にした投資説明会を市内で開き、オフィス賃料の補助制度などを紹介した。約百二十人が参加した。</p>" +
        "<p>担当者は「港湾と空港の近さを生かし、日本での拠点づくりを支えたい」と述べ、新たに進出する企業には三年間、賃料の半額を助成すると説明した。</p>" +
        "<p>参加した企業からは医療機器や物流、環境技術への関心が高かった。来春には大連と天津でも開く予定だという。</p>";

    public const string English =
        "<p>Kobe invited Chinese companies to a briefing on Friday and told them what the city pays to firms that open an office there, according to its investment bureau.</p>" +
        "<p>The city covers half of the rent for three years, an official said, and hopes that more of them will choose the port for their head office in Japan.</p>" +
        "<p>Makers of medical devices, carriers and suppliers of environmental technology were the most interested, and two more briefings are planned for the spring.</p>";

    public static string Html(string body, string headline = "Kobe pays half the rent", string head = "", string lang = "en") =>
        $"<!DOCTYPE html><html lang=\"{lang}\"><head><title>{headline} | The Port Gazette</title>{head}</head><body><nav><a href=\"/\">Home</a> <a href=\"/about\">About</a></nav>" +
        $"<article><h1>{headline}</h1>{body}</article><footer>Copyright 2026 The Port Gazette</footer></body></html>";

    public static FetchedPage Page(string html, string url = "https://www.example.com/news/1.html", string publisherId = "example") =>
        Page(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", url, publisherId);

    public static FetchedPage Page(byte[] body, string? contentType, string url = "https://www.example.com/news/1.html", string publisherId = "example") => new()
    {
        Url = url,
        FinalUrl = url,
        PublisherId = publisherId,
        FetchedAt = Noon,
        Status = 200,
        Headers = contentType is null ? [] : [KeyValuePair.Create("Content-Type", contentType)],
        Body = body,
    };
}
