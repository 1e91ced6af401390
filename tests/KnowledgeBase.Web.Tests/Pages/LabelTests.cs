using System.Text.RegularExpressions;
using KnowledgeBase.Articles;
using KnowledgeBase.Web.Tests.Sites;
using KnowledgeBase.Web.Words;

namespace KnowledgeBase.Web.Tests.Pages;

public sealed partial class LabelTests
{
    static readonly SiteLabels Labels = SiteLabels.Read();

    static IEnumerable<string> Keys => Labels.KeysOf(Language.English).Order(StringComparer.Ordinal);

    [Fact]
    public void Every_language_has_the_same_keys()
    {
        Assert.NotEmpty(Keys);
        foreach (Language language in Language.All)
            Assert.Equal(Keys, Labels.KeysOf(language).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_label_is_empty() =>
        Assert.Empty(Language.All.SelectMany(language => Keys.Where(key => string.IsNullOrEmpty(Labels.In(language, key))).Select(key => $"{language}: {key}")));

    [Fact]
    public void A_label_has_the_same_gaps_in_every_language() =>
        Assert.DoesNotContain(Keys, key => Language.All.Select(language => string.Join(' ', GapsOf(Labels.In(language, key)))).Distinct().Count() > 1);

    [Fact]
    public void Every_label_is_used_somewhere_in_the_site()
    {
        string sources = string.Join('\n', Sources());
        // A key composed like $"facet.{name}" matches by what is written of it.
        string[] composed = [.. ComposedPattern().Matches(sources).Select(match => GapInCode().Replace(match.Groups["text"].Value.Replace(".", @"\.", StringComparison.Ordinal), @"[\w-]+")).Distinct()];

        // What is counted has a form for one and one for more.
        Assert.DoesNotContain(Keys, key => !sources.Contains($"\"{CountForm().Replace(key, "")}\"", StringComparison.Ordinal) && !composed.Any(pattern => Regex.IsMatch(key, $@"\A{pattern}\z")));
    }

    [Fact]
    public void Every_label_that_the_site_names_is_there()
    {
        IEnumerable<string> named = Sources().SelectMany(source => NamedPattern().Matches(source)).Select(match => match.Groups["key"].Value);

        Assert.NotEmpty(named);
        Assert.DoesNotContain(named.Distinct().Except(Keys), key => !Keys.Contains(key + ".other"));
    }

    [Fact]
    public void Chinese_and_Japanese_labels_are_written_in_their_own_scripts()
    {
        Assert.Empty(Keys.Where(key => Labels.In(Language.Chinese, key).Any(c => c is >= '\u3040' and <= '\u30FF' and not '\u30FB')).Except(["search.placeholder", "about.search"]));
        Assert.Empty(Keys.Where(key => Labels.In(Language.English, key).Any(c => c >= '\u3040')).Except(["search.placeholder", "about.search"]));
    }

    static IEnumerable<string> Sources() =>
        Directory.GetFiles(Repository.Web, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml" && !Path.GetRelativePath(Repository.Web, file).StartsWith("obj", StringComparison.Ordinal))
            .Select(File.ReadAllText);

    static IEnumerable<string> GapsOf(string label) => GapPattern().Matches(label).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex("""[$]"(?<text>[a-z]+\.[^"\n ]*\{[^"\n ]*)["]""")]
    private static partial Regex ComposedPattern();

    [GeneratedRegex(@"\{[^}]*}")]
    private static partial Regex GapInCode();

    [GeneratedRegex(@"\.(one|other)\z")]
    private static partial Regex CountForm();

    [GeneratedRegex("""(?:[vV]isitor\[|Fill\(|Count\()"(?<key>[^"]+)["]""")]
    private static partial Regex NamedPattern();

    [GeneratedRegex(@"\{[0-9]+\}")]
    private static partial Regex GapPattern();
}
