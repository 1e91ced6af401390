using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using KnowledgeBase.Articles;
using KnowledgeBase.Cli.Setup;
using KnowledgeBase.Editorial;
using KnowledgeBase.Reading.People;
using KnowledgeBase.Storage;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb people</c>: speakers that are linked to nobody and may be people of <c>content/people</c>.</summary>
sealed class PeopleCommand(Desk desk, GlobalOptions options)
{
    const int ArticlesAtATime = 500;

    readonly Option<bool> _json = new("--json") { Description = "Print each proposal as one line of JSON." };

    public Command Describe()
    {
        var command = new Command("people", "List speakers that are linked to nobody and may be people of content/people, for an editor to decide.") { _json };
        command.SetAction((parsed, cancel) => ListAsync(options.Open(desk, parsed), parsed.GetValue(_json), cancel));
        return command;
    }

    async Task<int> ListAsync(Session session, bool isJson, CancellationToken cancel)
    {
        ContentFolder content = session.ReadContent();
        await using Ledger ledger = await session.OpenKnownLedgerAsync(cancel);
        ImmutableArray<PersonProposal> proposals = await FindAsync(content, new ArticleStore(ledger), cancel);
        foreach (PersonProposal proposal in proposals)
            desk.Output.WriteLine(isJson ? JsonSerializer.Serialize(LineOf(proposal), PlainJson.Options) : Described(proposal, content));
        if (!isJson)
            desk.Remark(proposals.IsEmpty ? "people: no speaker waits for an editor" : $"people: {Count.Of(proposals.Length, "proposal")}. A name that is right goes into the aliases of the person's file; the next kb read links it.");
        return 0;
    }

    static async Task<ImmutableArray<PersonProposal>> FindAsync(ContentFolder content, ArticleStore articles, CancellationToken cancel)
    {
        var proposals = new PersonProposals(content);
        for (long revision = 0; await articles.ChangesAfterAsync(revision, ArticlesAtATime, cancel) is [.., var last] changes; revision = last.Revision)
        {
            foreach (Article article in changes.Select(change => change.Article).OfType<Article>())
                proposals.Add(article);
        }
        return proposals.Find();
    }

    static string Described(PersonProposal proposal, ContentFolder content)
    {
        string name = content.Vocabulary.People.Single(person => person.Id == proposal.PersonId).Labels.English;
        string post = proposal.Post is { } held ? $", {held}" : "";
        return $"{proposal.Name}{post} → {proposal.PersonId} ({name}): {Reason(proposal.Reason)}; {Count.Of(proposal.Quotes, "quote")} in {Count.Of(proposal.Articles.Length, "article")}, such as {proposal.Articles[0]}";
    }

    static string Reason(ProposalReason reason) => reason switch
    {
        ProposalReason.OtherSpelling => "another spelling",
        ProposalReason.Namesakes => "several people have this name",
        ProposalReason.Initial => "family name and initial",
        _ => "family name and post",
    };

    static object LineOf(PersonProposal proposal) => new
    {
        proposal.Name,
        Person = proposal.PersonId,
        Reason = JsonNamingPolicy.KebabCaseLower.ConvertName($"{proposal.Reason}"),
        proposal.Post,
        proposal.Quotes,
        Articles = proposal.Articles.Select(article => article.Value),
    };
}
