using System.Text;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Editorial;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Cli.Tests;

/// <summary>An operator at work: a data folder, a small content folder, and the whole program with what it writes. Gone after the test.</summary>
sealed class Workplace : IDisposable
{
    public Workplace()
    {
        Write("content/topics/economy.yml", "- {id: investment, en: Investment, zh: 投资, ja: 投資, scope: {en: Money put to work., zh: 资金投入。, ja: 資金の投入。}, keywords: {en: [invest], zh: [投资], ja: [投資]}}\n");
        Write("content/cities/japan.yml", "- {id: kobe, country: JP, en: Kobe, zh: 神户, ja: 神戸, alternatives: [神戸市], latitude: 34.69, longitude: 135.2}\n");
        Write("content/organizations/public.yml", "- {id: jetro, en: Japan External Trade Organization, zh: 日本贸易振兴机构, ja: 日本貿易振興機構, abbreviation: JETRO}\n");
        Write("content/people/hanako-yamada.yml", "- {id: hanako-yamada, en: Hanako Yamada, zh: 山田花子, ja: 山田花子}\n");
        Write("content/publishers/gazette.yml", "- {id: gazette, en: The Port Gazette, zh: 港口报, ja: 港湾新聞, kind: newspaper, language: en, country: JP}\n");
        foreach (string file in Directory.EnumerateFiles(Path.Combine(RepositoryFolder(), "content", "languages")))
            Write($"content/languages/{Path.GetFileName(file)}", File.ReadAllText(file));
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("kb-cli-").FullName;

    public string Data => Path.Combine(Folder, "data");

    public string Content => Path.Combine(Folder, "content");

    /// <summary>What standard input holds.</summary>
    public Stream Input { get; set; } = Stream.Null;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public string PathOf(string name) => Path.Combine(Folder, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllBytes(PathOf(name), bytes);
        return PathOf(name);
    }

    /// <summary>Writes an editor's article about Kobe.</summary>
    public string WriteBrief(string slug, string language, string title, string text) => Write($"content/articles/2019/{slug}/{language}.md", $"""
        ---
        title: "{title}"
        date: 2019-10-03
        summary: "{title}."
        topics: [investment]
        cities: [kobe]
        sources:
          - {"{"}title: "A report", url: "https://example.org/report"{"}"}
        ---

        {text}
        """.ReplaceLineEndings("\n"));

    /// <summary>Runs <c>kb</c> on the folders of this place.</summary>
    public Task<Outcome> RunAsync(params string[] args) => RunUntilAsync(args, Cancel);

    public async Task<Outcome> RunUntilAsync(string[] args, CancellationToken cancel)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        string[] content = args.Contains("--content") ? [] : ["--content", Content];
        int code = await Program.RunAsync([.. args, "--data", Data, .. content], new Desk(Input, output, error, TimeProvider.System), cancel);
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>Runs <c>kb</c> as a process of its own that may reach a newspaper.</summary>
    public Task<Outcome> RunAtAsync(Newspaper newspaper, params string[] args) =>
        KbProcess.RunWholeAsync([.. args, "--data", Data, "--content", Content], newspaper.Environment);

    public ContentFolder ReadContent() => ContentFolder.Read(Content);

    public Task<Ledger> OpenLedgerAsync() => Ledger.OpenFolderAsync(Data, Cancel);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public static string RepositoryFolder()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "KnowledgeBase.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("KnowledgeBase.sln is in no folder above the tests.");
    }
}

/// <summary>What a run of <c>kb</c> left.</summary>
sealed record Outcome(int Code, string Output, string Error)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string[] Remarks => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
