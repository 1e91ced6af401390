using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Tests.Editorial;

public sealed class ContentFolderTests : IDisposable
{
    const string Kobe = "- {id: kobe, country: JP, en: Kobe, zh: 神户, ja: 神戸, alternatives: [神戸市], latitude: 34.69, longitude: 135.2}\n";
    const string Trade = "- id: trade\n  en: Trade\n  scope: {en: Goods bought and sold., ja: 物の売買。}\n  keywords:\n    en: [exports, {term: imports, weight: 2}]\n";
    const string Brief =
        "---\ntitle: Kobe\ndate: 2019-10\nsummary: About Kobe.\ntopics: [trade]\ncities: [kobe]\nsources:\n  - {title: A page, url: https://example.org/}\n---\n\nText.\n";

    readonly string _root = Directory.CreateTempSubdirectory("kb-content-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_folder_without_mistakes_has_no_problems()
    {
        ContentFolder content = Read(("cities/japan.yml", Kobe), ("topics/trade.yml", Trade), ("articles/2019/kobe/en.md", Brief));
        Assert.Empty(content.Problems);
        Assert.Equal("神戸", content.Vocabulary.FindCity("kobe")!.Labels.In(Language.Japanese));
        Topic trade = content.Vocabulary.FindTopic("trade")!;
        Assert.Equal(2, trade.Keywords[Language.English][1].Weight);
        Assert.Equal(("物の売買。", "Goods bought and sold."), (trade.Scope!.In(Language.Japanese), trade.Scope.In(Language.Chinese)));
        Brief brief = Assert.Single(content.Briefs);
        Assert.Equal(("2019/kobe", "brief:2019/kobe/en", "Text."), (brief.Family, brief.Url, brief.Markdown.Trim()));
        Assert.Equal(10, brief.MarkdownLine);
    }

    [Fact]
    public void Every_problem_is_reported_at_once_with_file_and_line()
    {
        ContentFolder content = Read(
            ("cities/japan.yml", Kobe + "- {id: kobe, country: JP, en: Kobe again, latitude: 34.69, longitude: 135.2}\n- {id: Köln, country: DE, en: Cologne, latitude: 95, longitude: 7}\n"),
            ("topics/trade.yml", "- id: trade\n  en: Trade\n  broader: commerce\n  colour: red\n  scope: {fr: Le commerce.}\n"),
            ("articles/2019/kobe/en.md", Brief.Replace("[trade]", "[trade, tirade]", StringComparison.Ordinal)));
        Assert.Equal(
            [
                "articles/2019/kobe/en.md:5: There is no topic 'tirade' under content/topics: correct the id or add the topic there.",
                "cities/japan.yml:2: 'kobe' is already defined in cities/japan.yml:1.",
                "cities/japan.yml:3: 'Köln' is not an id: use a-z, 0-9 and hyphens.",
                "cities/japan.yml:3: 'latitude' must be a number from -90 to 90, not '95'.",
                "topics/trade.yml:3: There is no topic 'commerce'.",
                "topics/trade.yml:4: 'colour' is not a key known here. Known: broader, en, id, ja, keywords, scope, zh.",
                "topics/trade.yml:5: 'en' is missing: every entry needs at least an English name.",
                "topics/trade.yml:5: 'fr' is not a key known here. Known: en, id, ja, zh.",
            ],
            content.Problems.Select(problem => problem.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_topic_without_a_scope_is_named()
    {
        ContentFolder content = Read(("topics/trade.yml", "- {id: trade, en: Trade}\n"));
        Assert.Equal("topics/trade.yml:1: 'scope' is missing: say in a sentence per language what an article with this topic is about.", Assert.Single(content.Problems).ToString());
    }

    [Theory]
    [InlineData("title: Kobe", "title: 'Kobe", "not YAML")]
    [InlineData("date: 2019-10", "date: October", "not a date")]
    [InlineData("date: 2019-10", "date: 2020-10", "does not belong into the folder '2019'")]
    [InlineData("summary: About Kobe.\n", "", "'summary' is missing")]
    [InlineData("https://example.org/", "ftp://example.org/", "not an http or https address")]
    [InlineData("https://example.org/", "javascript:alert(1)", "not an http or https address")]
    [InlineData("---\n\nText.", "\nText.", "front matter is missing")]
    [InlineData("Text.", "", "no text below")]
    public void A_broken_article_says_what_is_wrong(string good, string bad, string message)
    {
        ContentFolder content = Read(
            ("cities/japan.yml", Kobe), ("topics/trade.yml", Trade), ("articles/2019/kobe/en.md", Brief.Replace(good, bad, StringComparison.Ordinal)),
            ("articles/2019/other/en.md", Brief));
        Assert.Contains(content.Problems, problem => problem.File == "articles/2019/kobe/en.md" && problem.Message.Contains(message, StringComparison.Ordinal));
        Assert.Equal("2019/other", Assert.Single(content.Briefs).Family);
    }

    [Fact]
    public void Language_versions_must_agree()
    {
        ContentFolder content = Read(
            ("cities/japan.yml", Kobe), ("topics/trade.yml", Trade), ("articles/2019/kobe/en.md", Brief),
            ("articles/2019/kobe/zh.md", Brief.Replace("cities: [kobe]\n", "", StringComparison.Ordinal)));
        Assert.Equal("articles/2019/kobe/zh.md:1: 'cities' is '' here and 'kobe' in articles/2019/kobe/en.md: the language versions must agree.", Assert.Single(content.Problems).ToString());
    }

    [Fact]
    public void A_file_that_is_not_text_is_one_problem()
    {
        Directory.CreateDirectory(Path.Combine(_root, "topics"));
        File.WriteAllBytes(Path.Combine(_root, "topics", "picture.yml"), [0xFF, 0xD8, 0xFF, 0xE0]);
        Assert.Equal("topics/picture.yml:1: The file is not UTF-8: save it with that encoding.", Assert.Single(Read().Problems).ToString());
    }

    [Fact]
    public void A_circle_of_broader_topics_is_a_problem_and_ends()
    {
        ContentFolder content = Read(("topics/t.yml", "- {id: a, en: A, broader: b}\n- {id: b, en: B, broader: a}\n"));
        Assert.Contains(content.Problems, problem => problem.Message.Contains("break the circle", StringComparison.Ordinal));
    }

    [Fact]
    public void A_publisher_may_have_hours_and_listings_may_go_on()
    {
        const string yaml = "id: a\nen: A\nkind: newspaper\nlanguage: ja\nhours: 22:00-06:00 Asia/Tokyo\nsources:\n  - listing: https://example.org/list\n    links: li a\n    next: a.next\n";
        Publisher publisher = Assert.Single(Read(("publishers/a.yml", yaml)).Publishers);
        Assert.Equal((new TimeOnly(22, 0), new TimeOnly(6, 0), "Asia/Tokyo"), (publisher.Hours!.From, publisher.Hours.Until, publisher.Hours.Zone.Id));
        Assert.Equal("a.next", Assert.Single(publisher.Sources).Next);
        Assert.StartsWith("publishers/a.yml:5: 'at night' are no hours", Assert.Single(Read(("publishers/a.yml", yaml.Replace("22:00-06:00 Asia/Tokyo", "at night", StringComparison.Ordinal))).Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_publisher_is_disabled_and_shown_in_excerpts_unless_its_file_says_otherwise()
    {
        ContentFolder content = Read(("publishers/a.yml", "id: a\nen: A\nkind: newspaper\nlanguage: ja\ngap: 2.5\nsources:\n  - feed: https://example.org/feed\n"));
        Publisher publisher = Assert.Single(content.Publishers);
        Assert.Empty(content.Problems);
        Assert.Equal((false, DisplayPolicy.Excerpt, TimeSpan.FromSeconds(2.5)), (publisher.IsEnabled, publisher.Display, publisher.Gap));
    }

    [Theory]
    [InlineData("  - listing: https://example.org/", "needs 'links'")]
    [InlineData("  - {feed: https://example.org/, sitemap: https://example.org/}", "exactly one")]
    [InlineData("  - https://example.org/", "must have keys")]
    public void A_source_that_cannot_be_polled_is_a_problem(string source, string message)
    {
        ContentFolder content = Read(("publishers/a.yml", $"id: a\nen: A\nkind: newspaper\nlanguage: ja\nsources:\n{source}\n"));
        Assert.Contains(message, Assert.Single(content.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_scope_rule_names_the_parties_and_their_words()
    {
        const string Rule = "leastMentions: 2\nheadlineWeight: 3\nleadWeight: 2\nleastEconomyWords: 2\nchina: {country: CN, zh: [中国]}\njapan: {country: JP, ja: [日本]}\neconomy: {en: [trade]}\n";

        ScopeRule rule = Read(("scope.yml", Rule)).Scope!;

        Assert.Equal(["CN", "JP"], rule.Parties.Select(party => party.Country));
        Assert.Equal("日本", Assert.Single(rule.Parties[1].Words[Language.Japanese]));
        Assert.Null(Read(("scope.yml", "")).Scope);
        Assert.Contains(Read(("scope.yml", Rule + "notEconomy: [opera]\n")).Problems, problem => problem.Message.Contains("no topic 'opera'", StringComparison.Ordinal));
        Assert.Contains(Read(("scope.yml", Rule.Replace("china", "chinas", StringComparison.Ordinal))).Problems, problem => problem.Message.Contains("'china' is missing", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("currencies: [円]", "'words = meaning'")]
    [InlineData("currencies: [円 = yen]", "'words = meaning'")]
    [InlineData("multipliers: [万 = many]", "'words = meaning'")]
    [InlineData("bounds: [約 = roughly]", "'words = meaning'")]
    public void A_word_of_figures_without_its_meaning_is_a_problem(string line, string message) =>
        Assert.Contains(message, Assert.Single(Read(("languages/ja.yml", $"language: ja\nfigures:\n  {line}\n")).Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void Forms_of_a_Han_character_fold_to_one()
    {
        HanVariants variants = Read(("languages/han-variants.tsv", "# comment\n資\t资\ttraditional\n関\t关\tshinjitai\n")).HanVariants;
        Assert.Equal("投资 abc 关西", variants.Fold("投資 abc 関西"));
    }

    [Theory]
    [InlineData("日本貿易保険", "にほんぼうえきほけん")]
    [InlineData("イオン日本", "いおんにほん")]
    [InlineData("日本・RCEP", "にほん")]
    [InlineData("日本橋", null)]
    [InlineData("RCEP", null)]
    public void A_name_is_read_by_its_longest_words_or_not_at_all(string name, string? reading) =>
        Assert.Equal(reading, Read(("languages/readings.tsv", "# comment\n日本\tにほん\n貿易\tぼうえき\n貿易保険\tぼうえきほけん\n易\tえき\n")).Readings.Find(name));

    [Theory]
    [InlineData("日本\n", "in hiragana")]
    [InlineData("日本\tnihon\n", "in hiragana")]
    [InlineData("日本\tにほん\n日本\tにっぽん\n", "already stands above")]
    public void A_line_without_a_reading_and_a_second_one_are_problems(string lines, string message) =>
        Assert.Contains(message, Assert.Single(Read(("languages/readings.tsv", lines)).Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void Question_words_stand_one_a_line() =>
        Assert.Equal(["何年", "how many"], Read(("languages/question-words.tsv", "# comment\n何年\nhow many\n")).QuestionWords);

    [Theory]
    [InlineData("何年\t年\n", "one word or phrase")]
    [InlineData("何年 \n", "one word or phrase")]
    [InlineData("何年\n何年\n", "already stands above")]
    public void A_line_of_several_question_words_and_a_second_one_are_problems(string lines, string message) =>
        Assert.Contains(message, Assert.Single(Read(("languages/question-words.tsv", lines)).Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void Function_words_stand_beside_their_translations()
    {
        FunctionWord word = Assert.Single(Read(("languages/function-words.tsv", "# comment\nwe us\t我们 ~我\t-\n")).FunctionWords);
        Assert.Equal([new("we", false), new("us", false)], word.Forms[Language.English]);
        Assert.Equal([new("我们", false), new("我", true)], word.Forms[Language.Chinese]);
        Assert.False(word.Forms.ContainsKey(Language.Japanese));
    }

    [Theory]
    [InlineData("we\t我们\n")]
    [InlineData("we\t我们\t\n")]
    [InlineData("we\t我们 \t私たち\n")]
    [InlineData("we\t~\t私たち\n")]
    public void A_line_of_function_words_without_a_language_and_one_with_blanks_at_its_end_are_problems(string line) =>
        Assert.Contains("English, tab, Chinese, tab, Japanese", Assert.Single(Read(("languages/function-words.tsv", line)).Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void The_vocabulary_hash_changes_with_the_vocabulary_and_not_with_an_article()
    {
        string first = Read(("topics/trade.yml", Trade)).VocabularyHash;
        Assert.Equal(first, Read(("articles/2019/kobe/en.md", Brief)).VocabularyHash);
        Assert.NotEqual(first, Read(("cities/japan.yml", Kobe)).VocabularyHash);
    }

    [Fact]
    public void A_missing_folder_says_how_to_name_one()
    {
        var missing = Assert.Throws<DirectoryNotFoundException>(() => ContentFolder.Read(Path.Combine(_root, "nowhere")));
        Assert.Contains("--content", missing.Message, StringComparison.Ordinal);
    }

    ContentFolder Read(params (string File, string Text)[] files)
    {
        foreach ((string file, string text) in files)
        {
            string path = Path.Combine(_root, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
        return ContentFolder.Read(_root);
    }
}
