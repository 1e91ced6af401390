using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Crawling;
using KnowledgeBase.Search;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb dictionary</c>: the general dictionaries for searching across languages.</summary>
sealed class DictionaryCommand(Desk desk, GlobalOptions options)
{
    // More line numbers tell nobody more.
    const int MaxLinesTold = 20;

    const int BytesPerMegabyte = 1_000_000;

    static readonly ImmutableArray<string> Names = [.. Enum.GetValues<DictionaryKind>().Select(NameOf)];

    public Command Describe() => new("dictionary", "General dictionaries, so that words find their translations: CC-CEDICT, EDICT2 and ENAMDICT.")
    {
        DescribeImport(),
        DescribeFetch(),
        DescribeList(),
        DescribeRemove(),
    };

    Command DescribeImport()
    {
        Argument<string[]> files = new("file") { Description = "CC-CEDICT (cedict_ts.u8), EDICT2 (edict2) or ENAMDICT (enamdict) as published, also packed with gzip.", HelpName = "FILE", Arity = ArgumentArity.OneOrMore };
        var command = new Command("import", "Take dictionaries as they are published. Each replaces the one of its kind.") { files };
        command.SetAction((parsed, cancel) => Task.FromResult(Import(options.Open(desk, parsed), parsed.GetValue(files)!, cancel)));
        return command;
    }

    Command DescribeFetch()
    {
        Argument<string[]> names = new("name") { Description = "cedict, edict or enamdict; all three without a name.", HelpName = "NAME", Arity = ArgumentArity.ZeroOrMore };
        names.AcceptOnlyFromAmong([.. Names]);
        Option<bool> yes = new("--yes") { Description = "Do not ask." };
        var command = new Command("fetch", "Download dictionaries from their publishers and import them. Tells address, size and licence first, and asks.") { names, yes };
        command.SetAction((parsed, cancel) => FetchAsync(options.Open(desk, parsed), parsed.GetValue(names) is { Length: > 0 } asked ? asked : [.. Names], parsed.GetValue(yes), cancel));
        return command;
    }

    Command DescribeList()
    {
        var command = new Command("list", "List the dictionaries that searches use: from when, how many entries, under which licence. --verbose tells what loading them takes.");
        command.SetAction((parsed, _) => Task.FromResult(List(options.Open(desk, parsed))));
        return command;
    }

    Command DescribeRemove()
    {
        Argument<string> name = new("name") { Description = "cedict, edict or enamdict.", HelpName = "NAME" };
        name.AcceptOnlyFromAmong([.. Names]);
        var command = new Command("remove", "Remove a dictionary.") { name };
        command.SetAction((parsed, _) => Task.FromResult(Remove(options.Open(desk, parsed), parsed.GetValue(name)!)));
        return command;
    }

    int Import(Session session, IEnumerable<string> files, CancellationToken cancel)
    {
        var folder = new DictionaryFolder(session.Folders.Data, session.ReadContent());
        int failed = files.Count(file => !Import(folder, file, cancel));
        desk.Remark("A running site takes new dictionaries up at the next run of its pipeline; one without a pipeline at its next start.");
        return failed == 0 ? 0 : 1;
    }

    bool Import(DictionaryFolder folder, string file, CancellationToken cancel)
    {
        try
        {
            DictionaryImport import = folder.Import(file, desk.Time, cancel);
            foreach (int line in import.BrokenLines.Take(MaxLinesTold))
                desk.Remark(string.Create(CultureInfo.InvariantCulture, $"{file}:{line}: This line is no entry of {import.Dictionary.Source.Name} and is left out."));
            if (import.BrokenLines.Length > MaxLinesTold)
                desk.Remark($"{file}: {Count.Of(import.BrokenLines.Length - MaxLinesTold, "more line is", "more lines are")} left out.");
            desk.Output.WriteLine(Line(import.Dictionary));
            return true;
        }
        catch (Exception e) when (e is InvalidDataException or FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            desk.Remark($"kb: {e.Message}");
            return false;
        }
    }

    async Task<int> FetchAsync(Session session, IEnumerable<string> names, bool isAgreed, CancellationToken cancel)
    {
        DictionarySource[] sources = [.. names.Select(KindOf).Distinct().Select(DictionarySource.Of)];
        foreach (DictionarySource source in sources)
            desk.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{source.Name} of {source.Publisher}: {source.Address}, about {source.Megabytes} MB, {source.Licence} ({source.LicenceUrl})"));
        if (!isAgreed && !await AskAsync(cancel))
            throw new MistakeException("Nothing was fetched. Answer y, or give --yes.");
        int failed = 0;
        foreach (DictionarySource source in sources)
            failed += await FetchAsync(session, source, cancel);
        return failed == 0 ? 0 : 1;
    }

    async Task<bool> AskAsync(CancellationToken cancel)
    {
        desk.Remark("Fetch and import? [y/N]");
        using var reader = new StreamReader(desk.Input, leaveOpen: true);
        return (await reader.ReadLineAsync(cancel))?.Trim() is "y" or "Y" or "yes";
    }

    async Task<int> FetchAsync(Session session, DictionarySource source, CancellationToken cancel)
    {
        string file = Path.GetTempFileName();
        try
        {
            using var download = new FileDownload(CrawlerSettings.Read(null), desk.Time);
            // Twice what it has: it grows by a few per cent in a year.
            if (await download.FindProblemAsync(source.Address, file, 2 * source.Megabytes * BytesPerMegabyte, cancel) is not { } problem)
                return Import(session, [file], cancel);
            desk.Remark($"kb: {source.Name} could not be fetched from {source.Address}: {problem}. Download it elsewhere and give the file to kb dictionary import.");
            return 1;
        }
        finally
        {
            File.Delete(file);
        }
    }

    int List(Session session)
    {
        long began = desk.Time.GetTimestamp();
        var folder = new DictionaryFolder(session.Folders.Data, session.ReadContent());
        long ready = desk.Time.GetTimestamp();
        DictionaryList list = folder.List();
        TimeSpan took = desk.Time.GetElapsedTime(ready);
        foreach (DictionaryNotice dictionary in list.Dictionaries)
            desk.Output.WriteLine(Line(dictionary));
        foreach (string problem in list.Problems)
            desk.Remark($"warning: {problem}");
        if (list.Dictionaries.IsEmpty)
            desk.Output.WriteLine("No dictionaries: words are widened by the vocabulary only. kb dictionary fetch gets them from their publishers.");
        if (session.IsVerbose)
            desk.Remark(string.Create(CultureInfo.InvariantCulture, $"loaded in {took.TotalSeconds:0.00} s (forms of Han {desk.Time.GetElapsedTime(began, ready).TotalSeconds:0.00} s), {list.Bytes / (double)BytesPerMegabyte:0.0} MB"));
        return list.Problems.IsEmpty ? 0 : 1;
    }

    int Remove(Session session, string name)
    {
        if (!new DictionaryFolder(session.Folders.Data, session.ReadContent()).Remove(KindOf(name)))
            throw new MistakeException($"There is no dictionary '{name}' here. kb dictionary list tells which there are.");
        desk.Output.WriteLine($"{name} removed");
        return 0;
    }

    static string Line(DictionaryNotice dictionary)
    {
        DictionarySource source = dictionary.Source;
        string version = dictionary.Version is null ? "" : $", {dictionary.Version}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{NameOf(dictionary.Kind)}: {source.Name}, {dictionary.Entries:N0} entries, {dictionary.Words:N0} words{version}; imported {dictionary.ImportedAt:yyyy-MM-dd}; {source.Licence} ({source.LicenceUrl}), {source.Publisher}, {source.Home}");
    }

    static string NameOf(DictionaryKind kind) => kind.ToString().ToLowerInvariant();

    static DictionaryKind KindOf(string name) => Enum.Parse<DictionaryKind>(name, ignoreCase: true);
}
