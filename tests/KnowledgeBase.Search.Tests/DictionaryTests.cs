using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Search.Tests;

public sealed class DictionaryTests
{
    const string Cedict = """
        # CC-CEDICT
        #! date=2025-01-02T03:04:05Z
        投資 投资 [tou2 zi1] /investment/to invest/
        工廠 工厂 [gong1 chang3] /factory/CL:家[jia1],座[zuo4]/
        廠 厂 [chang3] /factory/yard/depot/workhouse/works/(industrial) plant/
        補貼 补贴 [bu3 tie1] /to subsidize/subsidy/allowance/
        企業 企业 [qi3 ye4] /company; firm; enterprise; corporation/
        養老金 养老金 [yang3 lao3 jin1] /(old-age) pension/
        """;

    const string Edict = """
        　？？？ /EDICT, EDICT_SUB(P), EDICT2 Japanese-English Electronic Dictionary Files/Created: 2025-07-02/
        投資(P) [とうし] /(n,vs,adj-no) investment/(P)/EntL1450170/
        工場(P) [こうじょう;こうば] /(n) factory/plant/mill/workshop/(P)/EntL1277210/
        補助金(P) [ほじょきん] /(n) subsidy/subsidization/(P)/EntL1514330/
        年金(P) [ねんきん] /(n) annuity/pension/(P)/EntL1468510/
        建てる(P) [たてる] /(v1,vt) to build/to construct/(P)/EntL1257550/
        """;

    const string Enamdict = """
        　？？？ /JMnedict names/
        ローソン /Lawson (s,c)/
        神戸 [こうべ] /Kobe (p)/
        """;

    [Fact]
    public async Task Words_find_their_translations_in_every_direction()
    {
        await using TestIndex index = await OpenAsync();

        Assert.Equal(["en-factory", "ja-factory", "zh-factory"], index.Names("factory"));
        Assert.Equal(["en-factory", "ja-factory", "zh-factory"], index.Names("工厂"));
        Assert.Equal(["en-factory", "ja-factory", "zh-factory"], index.Names("工場"));
        Assert.Equal(WideningReason.Dictionary, index.Search("factory").Widenings.Single().Reason);
    }

    [Fact]
    public async Task Words_without_spaces_are_cut_into_those_that_dictionaries_know()
    {
        await using TestIndex index = await OpenAsync();

        Assert.Equal(["补贴", "工厂"], index.Search("补贴工厂").Widenings.Select(word => word.Word));
        Assert.Contains("ja-factory", index.Names("补贴工厂"));
    }

    [Fact]
    public async Task A_verb_is_found_in_the_form_of_a_sentence()
    {
        await using TestIndex index = await OpenAsync();

        Assert.Contains("en-factory", index.Names("建てます"));
    }

    [Fact]
    public async Task Names_find_their_other_spelling()
    {
        await using TestIndex index = await OpenAsync();

        Assert.Equal(["ja-lawson"], index.Names("Lawson"));
        Assert.Equal(WideningReason.Names, index.Search("Lawson").Widenings.Single().Reason);
    }

    [Fact]
    public async Task A_word_with_many_translations_weighs_no_more_than_a_word_with_one()
    {
        await using TestIndex index = await OpenAsync();
        await index.AddAsync(
            Examples.English("many", "Report", "A company, a firm, an enterprise and a corporation."),
            Examples.English("both", "Report", "A company got an allowance."));

        Assert.Equal("both", Examples.NameOf(index.Index.Search(new SearchQuery { Text = "企业补贴" }.Toggle(Facet.Language, "en")).Hits[0].Id));
    }

    [Fact]
    public async Task A_word_of_a_longer_explanation_finds_what_is_explained_but_weighs_less()
    {
        await using TestIndex index = await OpenAsync();
        Import(index, "停電 停电 [ting2 dian4] /power cut/\n動力 动力 [dong4 li4] /power/\n", Encoding.UTF8);
        index.Reopen();
        await index.AddAsync(Examples.Chinese("zh-cut", "停电", "城市停电一天。"), Examples.Chinese("zh-power", "动力", "城市动力充足。"));

        ImmutableArray<RankedArticle> hits = index.Index.Rank(new SearchQuery { Text = "power city" }, 10);

        Assert.Equal(["zh-power", "zh-cut"], hits.Select(hit => Examples.NameOf(hit.Id)));
    }

    [Fact]
    public async Task A_word_usually_written_in_kana_is_found_so()
    {
        await using TestIndex index = await OpenAsync();
        Import(index, "紐育;紐約 [ニューヨーク;ニュー・ヨーク] /(n,uk) New York/(P)/EntL1091940/\n", Encoding.UTF8);
        index.Reopen();
        await index.AddAsync(Examples.Japanese("ja-york", "ニューヨークの株", "株が下がった。"));

        Assert.Contains("ja-york", index.Names("New York"));
    }

    [Fact]
    public async Task Foreign_names_go_between_chinese_and_japanese_through_english()
    {
        await using TestIndex index = await OpenAsync();
        Import(index, "羅森 罗森 [Luo2 sen1] /Lawson (convenience store chain)/\n", Encoding.UTF8);
        index.Reopen();
        await index.AddAsync(Examples.Chinese("zh-lawson", "罗森开店", "罗森在大连开店。"));

        Assert.Equal(["ja-lawson", "zh-lawson"], index.Names("罗森"));
        Assert.Equal(["ja-lawson", "zh-lawson"], index.Names("ローソン"));
    }

    [Fact]
    public async Task A_verb_of_one_dictionary_weighs_for_the_noun_of_another()
    {
        await using TestIndex index = await OpenAsync();
        Import(index, "入侵 入侵 [ru4 qin1] /to invade/\n城市 城市 [cheng2 shi4] /city/\n", Encoding.UTF8);
        Import(index, "侵攻(P) [しんこう] /(n,vs) invasion/(P)/EntL1362650/\n都市(P) [とし] /(n) city/(P)/EntL1444860/\n", Encoding.UTF8);
        index.Reopen();
        await index.AddAsync(Examples.Japanese("ja-city", "都市の朝", "静かだ。"), Examples.Japanese("ja-invasion", "都市に侵攻", "静かだ。"));

        Assert.Equal("ja-invasion", Examples.NameOf(index.Index.Rank(new SearchQuery { Text = "入侵 城市" }, 10)[0].Id));
    }

    [Fact]
    public async Task A_name_in_no_dictionary_is_found_by_its_sound_and_shown()
    {
        await using TestIndex index = await OpenAsync();
        await index.AddAsync(Examples.English("en-clinton", "Clinton speaks", "Hillary Clinton came to Kobe."), Examples.Japanese("ja-clinton", "クリントンが来日", "クリントンは神戸で話した。"));

        Assert.Contains("en-clinton", index.Names("克林顿访问"));
        Assert.Contains("ja-clinton", index.Names("克林顿访问"));
        Assert.Contains("ja-clinton", index.Names("Clinton"));
        Assert.Contains("en-clinton", index.Names("クリントン"));
        WidenedWord word = index.Search("克林顿").Widenings.Single();
        Assert.Equal(("克林顿", WideningReason.Names, "clinton"), (word.Word, word.Reason, Assert.Single(word.Forms[Language.English])));
    }

    [Fact]
    public async Task A_name_is_found_by_its_sound_before_it_is_taken_apart()
    {
        await using TestIndex index = await OpenAsync();
        Import(index, "ジョン /John (m)/\nソン /Son (s)/\n", Encoding.UTF8);
        index.Reopen();
        await index.AddAsync(Examples.English("en-john", "John speaks", "John came to Kobe."), Examples.English("en-johnson", "Johnson speaks", "Boris Johnson came to Kobe."));

        Assert.Equal("en-johnson", Examples.NameOf(index.Index.Rank(new SearchQuery { Text = "ジョンソン" }, 10)[0].Id));
    }

    [Fact]
    public async Task A_word_without_a_capital_is_no_name()
    {
        await using TestIndex index = await OpenAsync();
        await index.AddAsync(Examples.Japanese("ja-clinton", "クリントンが来日", "クリントンは神戸で話した。"));

        Assert.Empty(index.Names("clinton"));
    }

    [Fact]
    public async Task The_index_need_not_be_made_anew_for_a_dictionary()
    {
        await using TestIndex index = await OpenAsync();

        Assert.Null(index.Index.RebuildReason);
        Assert.Equal([DictionaryKind.Cedict, DictionaryKind.Edict, DictionaryKind.Enamdict], index.Index.Dictionaries.Select(dictionary => dictionary.Kind));
    }

    [Fact]
    public async Task A_damaged_dictionary_is_told_and_searches_do_without_it()
    {
        await using TestIndex index = await OpenAsync();
        string file = Path.Combine(FolderOf(index).Path, "cedict.kbd");
        byte[] bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Path.ChangeExtension(file, ".cut.kbd"), bytes[..40], TestContext.Current.CancellationToken);

        DictionaryList list = FolderOf(index).List();
        index.Reopen();

        Assert.Equal(2, list.Problems.Length);
        Assert.All(list.Problems, problem => Assert.Contains("kb dictionary import", problem, StringComparison.Ordinal));
        Assert.Equal([DictionaryKind.Edict, DictionaryKind.Enamdict], list.Dictionaries.Select(dictionary => dictionary.Kind));
        Assert.Equal(["en-factory", "ja-factory"], index.Names("factory"));
    }

    [Fact]
    public async Task Lines_that_are_no_entry_are_left_out_and_counted_by_number()
    {
        await using TestIndex index = await TestIndex.OpenAsync();

        DictionaryImport import = Import(index, $"\uFEFF{Cedict.ReplaceLineEndings("\r\n")}\r\nthis is no entry\r\n\r\n投 投 [tou2] /to throw/\r\n", Encoding.UTF8);

        Assert.Equal([9], import.BrokenLines);
        Assert.Equal((7, "2025-01-02T03:04:05Z", "CC-BY-SA-4.0"), (import.Dictionary.Entries, import.Dictionary.Version, import.Dictionary.Source.Licence));
    }

    [Fact]
    public async Task Files_may_be_packed_and_in_the_old_japanese_encoding()
    {
        await using TestIndex index = await TestIndex.OpenAsync();

        DictionaryImport import = Import(index, Edict, CodePagesEncodingProvider.Instance.GetEncoding("EUC-JP")!, isPacked: true);

        Assert.Equal((DictionaryKind.Edict, 5), (import.Dictionary.Kind, import.Dictionary.Entries));
        Assert.Empty(import.BrokenLines);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a remark\n")]
    [InlineData("name,price\nrent,5\n")]
    public async Task A_file_that_is_no_dictionary_is_refused_and_the_one_before_stays(string text)
    {
        await using TestIndex index = await TestIndex.OpenAsync();
        Import(index, Cedict, Encoding.UTF8);

        Assert.Contains("CC-CEDICT", Assert.Throws<InvalidDataException>(() => Import(index, text, Encoding.UTF8)).Message, StringComparison.Ordinal);
        Assert.Equal(6, FolderOf(index).List().Dictionaries.Single().Entries);
    }

    [Fact]
    public async Task A_dictionary_can_be_replaced_and_removed()
    {
        await using TestIndex index = await TestIndex.OpenAsync();
        Import(index, Cedict, Encoding.UTF8);
        string before = DictionaryFolder.StampOf(index.Folder);
        Import(index, "投資 投资 [tou2 zi1] /investment/\n", Encoding.UTF8);

        Assert.Equal(1, FolderOf(index).List().Dictionaries.Single().Entries);
        Assert.NotEqual(before, DictionaryFolder.StampOf(index.Folder));
        Assert.True(FolderOf(index).Remove(DictionaryKind.Cedict));
        Assert.False(FolderOf(index).Remove(DictionaryKind.Cedict));
        Assert.Empty(FolderOf(index).List().Dictionaries);
    }

    static async Task<TestIndex> OpenAsync()
    {
        TestIndex index = await TestIndex.OpenAsync(
            Examples.English("en-factory", "They build a factory", "The factory stands in Kobe."),
            Examples.Chinese("zh-factory", "新工厂开工", "企业投资建设工厂。"),
            Examples.Japanese("ja-factory", "新工場が完成", "工場は補助金で建設された。"),
            Examples.Japanese("ja-lawson", "ローソンが出店", "ローソンは大連に店を開いた。"),
            Examples.English("other", "Rents fall", "Offices stand empty."));
        Import(index, Cedict, Encoding.UTF8);
        Import(index, Edict, Encoding.UTF8);
        Import(index, Enamdict, Encoding.UTF8);
        index.Reopen();
        return index;
    }

    static DictionaryFolder FolderOf(TestIndex index) => new(index.Folder, index.Content);

    static DictionaryImport Import(TestIndex index, string text, Encoding encoding, bool isPacked = false)
    {
        string file = Path.Combine(index.Folder, "published");
        using (Stream stream = isPacked ? new GZipStream(File.Create(file), CompressionLevel.Fastest) : File.Create(file))
            stream.Write(encoding.GetBytes(text));
        return FolderOf(index).Import(file, TimeProvider.System, TestContext.Current.CancellationToken);
    }
}
