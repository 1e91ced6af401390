using KnowledgeBase.Articles;
using KnowledgeBase.Reading.Tests.Bodies;

namespace KnowledgeBase.Reading.Tests.Stories;

/// <summary>Each row of a table says what a reader sees in it.</summary>
public class DataTableTests
{
    static readonly ArticleReader Reader = new(Repository.Content with { Scope = null });

    [Fact]
    public void A_cell_that_reaches_over_several_rows_belongs_to_each_of_them() =>
        Assert.Equal(
            ["对象\t项目\t上限", "外国企业\t租金\t1000万日元", "外国企业\t设备\t300万日元", "本地企业\t租金\t500万日元"],
            Rows("<tr><th>对象</th><th>项目</th><th>上限</th></tr><tr><td rowspan=2>外国企业</td><td>租金</td><td>1000万日元</td></tr><tr><td>设备</td><td>300万日元</td></tr><tr><td>本地企业</td><td>租金</td><td>500万日元</td></tr>"));

    [Fact]
    public void Cells_stay_in_their_columns_below_a_cell_that_reaches_over_several() =>
        Assert.Equal(
            ["城市\t补助\t\t期限", "城市\t2024年\t2025年\t期限", "神户\t1000万日元\t800万日元\t三年", "大阪\t与神户相同\t\t一年"],
            Rows("<thead><tr><th rowspan=2>城市</th><th colspan=2>补助</th><th rowspan=2>期限</th></tr><tr><th>2024年</th><th>2025年</th></tr></thead>" +
                "<tbody><tr><td>神户</td><td>1000万日元</td><td>800万日元</td><td>三年</td></tr><tr><td>大阪</td><td colspan='2'>与神户相同</td><td>一年</td></tr></tbody>"));

    [Fact]
    public void A_cell_may_reach_over_rows_and_columns_at_once() =>
        Assert.Equal(
            ["第一年\t免租\t\t需申请", "第二年\t免租\t\t需报告", "第三年\t半租\t五百万日元\t需报告"],
            Rows("<tr><td>第一年</td><td rowspan=2 colspan=2>免租</td><td>需申请</td></tr><tr><td>第二年</td><td>需报告</td></tr><tr><td>第三年</td><td>半租</td><td>五百万日元</td><td>需报告</td></tr>"));

    [Fact]
    public void A_cell_reaches_to_the_end_of_its_group_of_rows_and_no_further() =>
        Assert.Equal(
            ["神户\t租金", "神户\t设备", "大阪\t租金"],
            Rows("<tbody><tr><td rowspan=0>神户</td><td>租金</td></tr><tr><td>设备</td></tr></tbody><tbody><tr><td>大阪</td><td>租金</td></tr></tbody>"));

    [Theory]
    [InlineData("rowspan=x colspan=-1")]
    [InlineData("rowspan='' colspan=0")]
    [InlineData("rowspan='1.9' colspan='1;2'")]
    public void What_is_no_number_reaches_over_nothing(string spans) =>
        Assert.Equal(["神户\t租金", "大阪\t设备"], Rows($"<tr><td {spans}>神户</td><td>租金</td></tr><tr><td>大阪</td><td>设备</td></tr>"));

    [Fact]
    public void Amounts_said_once_for_several_rows_are_amounts_of_each()
    {
        Article article = Read("<tr><th>项目</th><th>上限</th></tr><tr><td>租金</td><td rowspan=2>1000万日元</td></tr><tr><td>设备</td></tr>");

        Assert.Equal([10_000_000m, 10_000_000m], article.Figures.Where(figure => figure.Unit == "JPY").Select(figure => figure.Value));
    }

    [Theory]
    [InlineData("rowspan=999999999 colspan=999999999")]
    [InlineData("rowspan=99999999999999999999 colspan=99999999999999999999")]
    public void Cells_that_reach_beyond_all_measure_add_no_more_than_their_rows(string spans)
    {
        string words = new('字', 500);
        string rows = string.Concat(Enumerable.Repeat($"<tr><td {spans}>{words}</td><td>租金</td></tr><tr><td>设备</td></tr>", 300));

        Assert.InRange(Read(rows).Body.Length, 300 * 500, 300 * 500 + 150_000);
    }

    static IEnumerable<string> Rows(string rows)
    {
        Article article = Read(rows);
        BodyLaws.Check(article.Body, article.Marks);
        return article.Marks.Where(mark => mark.Kind is BodyMarkKind.TableHead or BodyMarkKind.TableRow).Select(mark => mark.Span.In(article.Body));
    }

    static Article Read(string rows) =>
        Assert.IsType<ReadResult.Read>(Reader.Read(Examples.Page(Examples.Html($"{Examples.Chinese}<p>补助标准如下。</p><table>{rows}</table>", "神户市企业补助办法", lang: "zh")))).Article;
}
