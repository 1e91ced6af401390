using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using KnowledgeBase.Articles;
using KnowledgeBase.Cli.Batches;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Cli.Showing;
using KnowledgeBase.Editorial;
using KnowledgeBase.Search;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb search</c>: asks the index, also while the site writes it.</summary>
sealed class SearchCommand(Desk desk, GlobalOptions options)
{
    readonly Argument<string[]> _words = new("query") { Description = "What to look for; without it the newest articles.", HelpName = "QUERY", Arity = ArgumentArity.ZeroOrMore };

    readonly ImmutableArray<(Facet Facet, Option<string[]> Option)> _facets =
    [
        .. Facet.All.Select(facet => (facet, new Option<string[]>($"--{facet.Name}")
        {
            Description = $"Only this {FacetWords.Of(facet, Language.English).ToLowerInvariant()}; several: any of them.",
            HelpName = "VALUE",
        })),
    ];

    readonly Option<string> _sort = new("--sort") { Description = "Best match first, newest first or oldest first.", DefaultValueFactory = _ => "relevance" };
    readonly Option<int> _page = new("--page") { Description = "Which page of 20 hits.", HelpName = "N", DefaultValueFactory = _ => 1 };
    readonly Option<string> _ui = new("--ui") { Description = "The language of facets: en, zh or ja.", DefaultValueFactory = _ => "en" };
    readonly Option<bool> _noWiden = new("--no-widen") { Description = "Look for the words as they are, not for their translations too." };
    readonly Option<bool> _json = new("--json") { Description = "Print the answer as one line of JSON." };

    readonly Option<bool> _why = new("--why") { Description = "Say below each hit why it was found." };

    readonly Option<string?> _like = new("--like") { Description = "Articles about the same as the one with this id or address, in any language.", HelpName = "ID" };

    readonly Option<string?> _queries = new("--queries")
    {
        Description = "Answer many queries: lines of id, language and text, separated by tabs.",
        HelpName = "FILE|-",
    };

    readonly Option<string?> _run = new("--run") { Description = "Where the first 100 hits of each query go, as a TREC run; standard output otherwise.", HelpName = "FILE" };

    public Command Describe()
    {
        _sort.AcceptOnlyFromAmong("relevance", "newest", "oldest");
        _ui.AcceptOnlyFromAmong([.. Language.All.Select(language => language.Code)]);
        _page.Validators.Add(result =>
        {
            if (result.GetValue(_page) is < 1 or > SearchQuery.MaxPage)
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"--page is a number from 1 to {SearchQuery.MaxPage}."));
        });
        var command = new Command("search", "Search the index, also while the site runs.") { _words };
        foreach ((_, Option<string[]> option) in _facets)
            command.Add(option);
        foreach (Option option in (Option[])[_sort, _page, _ui, _noWiden, _json, _why, _like, _queries, _run])
            command.Add(option);
        command.SetAction(SearchAsync);
        return command;
    }

    async Task<int> SearchAsync(ParseResult parsed, CancellationToken cancel)
    {
        Session session = options.Open(desk, parsed);
        ContentFolder content = session.ReadContent();
        using ArticleIndex index = ArticleIndex.OpenForReading(session.Folders.Data, content, session.LoggerFor<ArticleIndex>());
        await using Ledger ledger = await session.OpenKnownLedgerAsync(cancel);
        SearchQuery query = QueryOf(parsed, content);
        if (parsed.GetValue(_like) is { } like)
        {
            if (query.Text.Length > 0 || parsed.GetValue(_queries) is not null)
                throw new MistakeException("kb search takes a query, --queries or --like, one of them.");
            var names = new Names(content, Language.Find(parsed.GetValue(_ui))!);
            return await new RelatedList(desk, names, index, new ArticleStore(ledger)).ShowAsync(like, parsed.GetValue(_json), cancel);
        }
        if (parsed.GetValue(_queries) is not { } queries)
            return await AnswerAsync(query, index, ledger, content, parsed, cancel);
        if (query.Text.Length > 0)
            throw new MistakeException("kb search takes a query or --queries, not both.");
        await using OutputFile run = OutputFile.Open(parsed.GetValue(_run), desk);
        int bad = await new TrecRun(index, await GivenIds.ReadAsync(ledger, cancel), query).WriteAsync(queries, run.Writer, desk, cancel);
        await run.KeepAsync();
        return bad == 0 ? 0 : 1;
    }

    async Task<int> AnswerAsync(SearchQuery query, ArticleIndex index, Ledger ledger, ContentFolder content, ParseResult parsed, CancellationToken cancel)
    {
        SearchResults results = index.Search(query);
        if (results.Total == 0 && FindUnknown(query, content) is { } unknown)
            throw new MistakeException(unknown);
        var found = await FoundArticles.LoadAsync(results.Hits, new ArticleStore(ledger), cancel);
        var names = new Names(content, Language.Find(parsed.GetValue(_ui))!);
        if (parsed.GetValue(_json))
            desk.Output.WriteLine(SearchAnswer.Of(query, results, found, names).ToJson());
        else
            new HitList(desk, names, parsed.GetValue(_why)).Show(query, results, found);
        return 0;
    }

    SearchQuery QueryOf(ParseResult parsed, ContentFolder content)
    {
        List<KeyValuePair<string, string>> pairs = [new("q", string.Join(' ', parsed.GetValue(_words) ?? [])), new("sort", parsed.GetValue(_sort)!)];
        if (parsed.GetValue(_noWiden))
            pairs.Add(new("widen", "off"));
        pairs.Add(new("page", parsed.GetValue(_page).ToString(CultureInfo.InvariantCulture)));
        foreach ((Facet facet, Option<string[]> option) in _facets)
            pairs.AddRange((parsed.GetValue(option) ?? []).Select(value => KeyValuePair.Create(facet.Name, FacetValues.IdOf(facet, value, content))));
        return SearchQuery.Parse(pairs);
    }

    static string? FindUnknown(SearchQuery query, ContentFolder content) =>
        query.Chosen.SelectMany(choice => choice.Value.Select(value => FacetValues.FindMistake(choice.Key, value, content))).FirstOrDefault(mistake => mistake is not null);
}
