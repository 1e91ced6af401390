using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Tests.Editorial;

public sealed class OtherNamesTests : IDisposable
{
    readonly string _root = Directory.CreateTempSubdirectory("kb-names-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_city_has_its_name_in_each_language_and_one_way_to_write_it_in_han()
    {
        OtherCity city = Assert.Single(Read("other-cities.tsv", "# comment\nKoriyama\t\t郡山\tdoubtful en\n").OtherCities);
        Assert.Equal(("Koriyama", "郡山", "郡山"), (city.NameIn(Language.English), city.NameIn(Language.Chinese), city.NameIn(Language.Japanese)));
        Assert.True(city.IsDoubtfulIn(Language.English));
        Assert.False(city.IsDoubtfulIn(Language.Japanese));
    }

    [Fact]
    public void An_organisation_is_named_in_latin_letters_in_every_language_and_in_han_only_where_they_are_read()
    {
        OtherOrganization organization = Assert.Single(Read("other-organizations.tsv", "Toray\t东丽\t東レ\n").OtherOrganizations);
        Assert.Equal(["Toray"], organization.NamesIn(Language.English));
        Assert.Equal(["Toray", "东丽", "東レ"], organization.NamesIn(Language.Japanese));
    }

    [Theory]
    [InlineData("other-cities.tsv", "Koriyama\t\t\t", "A line is")]
    [InlineData("other-cities.tsv", "Koriyama\t\t郡山\tperhaps", "A line is")]
    [InlineData("other-cities.tsv", "Suzhou\t宿州\t\t\nSuzhou\t宿州\t\t", "already stands above")]
    [InlineData("other-organizations.tsv", "\t东丽\t東レ", "A line is")]
    [InlineData("other-organizations.tsv", "Toray\t东丽\t東レ\nToray\t东丽\t東レ", "already stands above")]
    public void A_broken_line_is_reported(string file, string lines, string message)
    {
        ContentProblem problem = Assert.Single(Read(file, lines + "\n").Problems);
        Assert.Equal("languages/" + file, problem.File);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_list_of_names_asks_for_reading_everything_again() =>
        Assert.NotEqual(Read("other-cities.tsv", "Koriyama\t\t郡山\t\n").VocabularyHash, Read("other-cities.tsv", "Otaru\t\t小樽\t\n").VocabularyHash);

    ContentFolder Read(string file, string lines)
    {
        string path = Path.Combine(_root, "languages", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, lines);
        return ContentFolder.Read(_root);
    }
}
