using KnowledgeBase.Articles;

namespace KnowledgeBase.Search.Tests.Families;

/// <summary>Texts long enough to be told from others.</summary>
static class Reprints
{
    public const string Simplified =
        "神户市宣布，对在市内新设办公室的外国企业补贴一半租金，最长三年。市政府表示，希望借此吸引来自中国的投资，并与大连、天津等港口城市加强经济联系。" +
        "符合条件的企业须雇用当地员工，并提交营业计划。当地商会认为，这项措施对医疗设备和物流领域的企业最有帮助，报名将从四月开始。";

    public const string Traditional =
        "神戶市宣布，對在市內新設辦公室的外國企業補貼一半租金，最長三年。市政府表示，希望藉此吸引來自中國的投資，並與大連、天津等港口城市加強經濟聯繫。" +
        "符合條件的企業須僱用當地員工，並提交營業計劃。當地商會認為，這項措施對醫療設備和物流領域的企業最有幫助，報名將從四月開始。";

    public const string English =
        "Kobe will pay half the rent of foreign firms that open an office in the city, for at most three years. The city hopes to draw investment from China and to tie itself more " +
        "closely to port cities such as Dalian and Tianjin. Firms must hire local staff and hand in a business plan. The chamber of commerce expects that makers of medical devices and " +
        "shippers will gain most from the scheme. Applications open in April, and the office for foreign firms answers questions in three languages on every working day of the week.";

    public const string Japanese =
        "神戸市は、市内に新たに事務所を設ける外国企業に対し、最長で三年間、賃料の半額を補助すると発表した。中国からの投資を呼び込み、大連や天津などの港湾都市との経済関係を深めるのが狙いだ。" +
        "対象となる企業は地元の人材を雇用し、事業計画を提出する必要がある。商工会議所は医療機器や物流の企業に効果が大きいとみており、受け付けは四月に始まる。";

    /// <summary>A text of its own, as long as the others.</summary>
    public static string Other(int number) => string.Join(' ', Enumerable.Range(0, 90).Select(i => $"word{(number * 1000) + i}")) + " harbour";

    /// <summary>A daily notice: the words are always the same, the numbers never.</summary>
    public static string Rates(int day) =>
        $"The central bank set the reference rate of the yen at {day}.1 for the dollar, {day}.2 for the euro, {day}.3 for the pound, {day}.4 for the franc and {day}.5 for the won. " +
        "Banks may trade within the usual band around the reference rate during the day, and the rates hold for customs and for the books of all firms until the next notice of the bank is out. " +
        "The bank gathers the offers of fourteen market makers before the opening, leaves out the highest and the lowest of them and weighs the rest, as it has done ever since the reform of the market. " +
        "Questions about the method are answered by the office for markets, which also keeps the rates of former years in its library, open to everybody on working days from morning until noon.";

    public static Article WithDate(this Article article, string date) => article with { Published = PartialDate.Find(date) };
}
