namespace KnowledgeBase.Web.Tests.Newspapers;

/// <summary>A story of the newspaper.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Date">Its day.</param>
/// <param name="Paragraphs">Its paragraphs.</param>
sealed record Story(string Path, string Headline, string Date, params string[] Paragraphs);

/// <summary>What the newspaper reports. All of it is invented.</summary>
static class Stories
{
    /// <summary>The English desk, in UTF-8, found through the feed.</summary>
    public static IReadOnlyList<Story> English { get; } =
    [
        new(
            "/en/kobe-rent", "Kobe widens rent support for Chinese investors", "2025-02-03",
            "KOBE — The city of Kobe will widen its rent support for foreign companies that open an office there, and expects foreign direct investment from China to grow this year.",
            "“We want investors to find an office within a month,” said Kenji Fujimori, director of the Kobe investment desk, at a briefing for companies from Shanghai on Monday.",
            "The investment incentives cover a part of the rent for three years. Companies from Tianjin and Shanghai asked most about the tax incentives and the subsidy for new staff."),
        new(
            "/en/osaka-fair", "Osaka trade fair draws buyers from Guangzhou", "2025-02-04",
            "OSAKA — A trade fair in Osaka drew four hundred buyers from Guangzhou this week, the organisers said, more than in any year since the fair began a decade ago.",
            "“Buyers came with orders in their pockets,” said Mariko Hayase, president of the fair's committee. She expects exports of food and machine tools to rise.",
            "The trade fair takes place twice a year. The next exhibition is planned for the autumn, with a hall of its own for makers of robots and medical devices."),
        new(
            "/en/fukuoka-chips", "Fukuoka plant to package semiconductors", "2025-02-05",
            "FUKUOKA — A maker of chip equipment will build a plant in Fukuoka that packages semiconductors for carmakers, the company said on Wednesday.",
            "The semiconductor supply chain between Dalian and Fukuoka has grown for years, and the ferry between the ports carries parts every day of the week.",
            "Work on the plant begins in spring. The city will pay a location grant, and two hundred people will be hired when production starts."),
        new(
            "/en/yokohama-evs", "Electric vehicles from Shenzhen go on sale in Yokohama", "2025-02-06",
            "YOKOHAMA — A maker of electric vehicles from Shenzhen opened its first showroom in Yokohama on Thursday and will sell two models of battery electric cars.",
            "The electric vehicles are shipped through the port of Yokohama. The company wants to build a network of charging stations with a local partner.",
            "Dealers said that customers ask about the range and the price, and that service workshops will decide whether the brand stays in the market."),
    ];

    /// <summary>The Chinese desk, in GB 18030 named only inside the page, found through the listing.</summary>
    public static IReadOnlyList<Story> Chinese { get; } =
    [
        new(
            "/zh/kobe-zujin", "神户扩大对中国投资企业的租金补贴", "2025-02-03",
            "神户市将扩大对外国企业的办公室租金补贴，预计今年来自中国的外商直接投资将继续增长，市政府三日在说明会上公布了这一消息。",
            "神户市投资促进室主任藤森健司表示：“我们希望企业在一个月内就能找到办公室。”来自上海和天津的企业代表出席了说明会。",
            "优惠政策为期三年，补贴租金的一部分。与会企业最关心税收优惠、招商引资政策以及新增员工补贴。"),
        new(
            "/zh/osaka-zhanhui", "大阪展会吸引广州采购商", "2025-02-04",
            "本周在大阪举行的展览会吸引了四百名来自广州的采购商，主办方称这是该展会创办十年来人数最多的一届。",
            "展会组委会主席早濑真理子说：“采购商是带着订单来的。”她预计食品和机床的出口将继续增长。",
            "展会每年举办两次，下一届定于秋季，届时将为机器人和医疗设备企业设立专门展馆。"),
        new(
            "/zh/fukuoka-xinpian", "福冈将建半导体封装工厂", "2025-02-05",
            "一家芯片设备制造商五日宣布，将在福冈建设半导体封装工厂，为汽车企业供货，工程将于春季开工。",
            "大连与福冈之间的半导体供应链多年来不断发展，两港之间的渡轮每天运送零部件。",
            "福冈市将提供选址补贴，投产后计划招聘两百名员工，其中一半为技术人员。"),
        new(
            "/zh/yokohama-diandongche", "深圳电动汽车登陆横滨", "2025-02-06",
            "一家深圳电动汽车制造商六日在横滨开设首家展厅，将销售两款纯电动汽车，车辆经横滨港运入。",
            "该公司计划与当地伙伴合作建设充电网络，新能源汽车的售后服务也将同步展开。",
            "经销商表示，顾客最关心续航里程和价格，维修网点将决定品牌能否在市场上站稳脚跟。"),
    ];

    /// <summary>The Japanese desk, in Shift_JIS, found through the sitemap.</summary>
    public static IReadOnlyList<Story> Japanese { get; } =
    [
        new(
            "/ja/kobe-chinryo", "神戸市、中国企業への賃料補助を拡充", "2025-02-03",
            "神戸市は三日、市内にオフィスを開く外国企業への賃料補助を拡充すると発表した。中国からの対内直接投資は今年も増えると見込んでいる。",
            "神戸市投資誘致室の藤森健司室長は「一カ月でオフィスが見つかるようにしたい」と述べた。説明会には上海や天津の企業が参加した。",
            "優遇措置は三年間で、賃料の一部を助成する。参加した企業からは税制優遇や企業誘致の補助金、雇用への助成に関する質問が相次いだ。"),
        new(
            "/ja/osaka-mihonichi", "大阪の見本市に広州のバイヤー", "2025-02-04",
            "大阪で開かれた見本市に、広州から四百人のバイヤーが訪れた。主催者によると、十年前に始まって以来最も多いという。",
            "見本市の早瀬真理子委員長は「注文を手に来てくれた」と話した。食品や工作機械の輸出が伸びると期待している。",
            "見本市は年に二回開かれる。次回は秋の予定で、ロボットや医療機器の企業のための展示館を設ける。"),
        new(
            "/ja/fukuoka-handotai", "福岡に半導体の後工程工場", "2025-02-05",
            "半導体製造装置のメーカーは五日、福岡に半導体の後工程工場を建てると発表した。自動車メーカー向けに供給し、春に着工する。",
            "大連と福岡を結ぶ半導体の供給網は年々太くなっており、両港の間ではフェリーが毎日部品を運んでいる。",
            "福岡市は立地補助金を支給する。稼働後は二百人を採用する計画で、その半数を技術者とする。"),
        new(
            "/ja/yokohama-ev", "深センの電気自動車、横浜に初の販売店", "2025-02-06",
            "深センの電気自動車メーカーは六日、横浜に国内初の販売店を開いた。電気自動車二車種を売り、車両は横浜港から運び込む。",
            "同社は地元の企業と組んで充電網を整える計画で、整備や修理の拠点も同時に広げるという。",
            "販売店によると、客の関心は航続距離と価格に集まっている。整備の拠点がブランドの定着を左右しそうだ。"),
    ];

    public static IEnumerable<Story> All => [.. English, .. Chinese, .. Japanese];
}
