namespace KnowledgeBase.Cli.Tests;

public sealed class CheckCommandTests : IDisposable
{
    readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task A_folder_without_mistakes_is_summed_up_in_one_line()
    {
        _place.WriteBrief("kobe-rent", "en", "Kobe pays half the rent", "The city covers half of the rent.");

        Outcome outcome = await _place.RunAsync("check");

        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Equal($"{_place.Content}: 1 article on 1 story, 1 topic, 1 city, 1 organisation, 1 person, 0 terms, 1 publisher, rules of 3 languages: no mistakes", Assert.Single(outcome.Lines));
    }

    [Fact]
    public async Task Every_mistake_is_told_at_once_with_file_and_line()
    {
        _place.Write("content/cities/china.yml", "- {id: dalian, country: CN, en: Dalian, latitude: 38.9, longitude: 121.6}\n- {id: tianjin, country: CN, en: Tianjin, latitude: 139, longitude: 117}\n");
        _place.Write("content/articles/2019/kobe/en.md", "No front matter.\n");
        string brief = _place.WriteBrief("rent", "en", "Kobe pays half the rent", "The city covers half of the rent.");
        File.WriteAllText(brief, File.ReadAllText(brief).Replace("[kobe]", "[kobbe]", StringComparison.Ordinal));

        Outcome outcome = await _place.RunAsync("check");

        Assert.Equal(1, outcome.Code);
        Assert.Collection(
            outcome.Lines,
            line => Assert.StartsWith($"{_place.PathOf("content/articles/2019/kobe/en.md")}:1: The front matter is missing", line, StringComparison.Ordinal),
            line => Assert.StartsWith($"{brief}:6: There is no city 'kobbe'", line, StringComparison.Ordinal),
            line => Assert.StartsWith($"{_place.PathOf("content/cities/china.yml")}:2: 'latitude' must be a number", line, StringComparison.Ordinal));
        Assert.Equal("3 mistakes in 3 files\n", outcome.Error);
    }

    [Fact]
    public async Task A_file_below_the_present_folder_is_named_from_there()
    {
        // The tests' own folder is the present one: other tests run beside this one, so it can't be changed.
        string folder = Directory.CreateDirectory($"content-{Guid.NewGuid():N}").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "topics"));
            File.WriteAllText(Path.Combine(folder, "topics", "a.yml"), "- {id: A}\n");

            Outcome outcome = await _place.RunAsync("check", "--content", folder);

            Assert.StartsWith(Path.Combine(Path.GetFileName(folder), "topics", "a.yml") + ":1: ", outcome.Lines[0], StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task The_content_of_this_repository_has_no_mistakes() =>
        Assert.Equal(0, (await _place.RunAsync("check", "--content", Path.Combine(Workplace.RepositoryFolder(), "content"))).Code);
}
