using KnowledgeBase.Articles;
using KnowledgeBase.Reading.People;

namespace KnowledgeBase.Reading.Tests.People;

public class PersonProposalsTests
{
    [Theory]
    [InlineData("Takeo Dounoue")]
    [InlineData("Dohnoue Takeo")]
    [InlineData("堂の上武夫")]
    public void Another_spelling_of_a_whole_name_is_proposed(string name) =>
        Assert.Equal([("takeo-donoue", ProposalReason.OtherSpelling)], Propose(Said(name)));

    [Fact]
    public void A_family_name_with_an_initial_is_proposed() =>
        Assert.Equal([("takeo-donoue", ProposalReason.Initial)], Propose(Said("T. Donoue")));

    [Theory]
    [InlineData("Donoue", "director-general")]
    [InlineData("堂ノ上", "所長")]
    public void A_family_name_is_proposed_when_the_person_held_the_post(string name, string post) =>
        Assert.Equal(
            [("takeo-donoue", ProposalReason.SurnameAndPost)],
            Propose(Said(name, post), Said("Takeo Donoue", "director-general") with { PersonId = "takeo-donoue" }, Said("堂ノ上武夫", "広州事務所所長") with { PersonId = "takeo-donoue" }));

    [Fact]
    public void A_family_name_alone_or_with_another_post_is_not() =>
        Assert.Empty(Propose(Said("Donoue"), Said("Donoue", "mayor"), Said("Takeo Donoue", "director-general") with { PersonId = "takeo-donoue" }));

    [Fact]
    public void Who_is_linked_or_no_person_is_not_proposed() =>
        Assert.Empty(Propose(Said("Takeo Dounoue") with { PersonId = "takeo-donoue" }, Said("Takeo Dounoue") with { SpeakerKind = SpeakerKind.Organization }, Said("Kenji Mori")));

    [Fact]
    public void A_name_of_two_people_is_proposed_for_both()
    {
        var namesake = Repository.Content.Vocabulary.People.First(person => person.Id == "takeo-donoue") with { Id = "another-donoue" };
        var vocabulary = Repository.Content.Vocabulary;
        var content = Repository.Content with { Vocabulary = new(vocabulary.Topics, vocabulary.Cities, vocabulary.Organizations, vocabulary.People.Add(namesake), vocabulary.Glossary) };

        Assert.Equal([("another-donoue", ProposalReason.Namesakes), ("takeo-donoue", ProposalReason.Namesakes)], Propose(content, Said("Takeo Donoue")));
    }

    [Fact]
    public void Quotes_of_one_name_are_counted_over_all_articles()
    {
        var proposals = new PersonProposals(Repository.Content);
        proposals.Add(ArticleWith("https://example.com/1", Said("T. Donoue"), Said("T. Donoue", "director-general")));
        proposals.Add(ArticleWith("https://example.com/2", Said("T. Donoue")));

        PersonProposal proposal = Assert.Single(proposals.Find());

        Assert.Equal((3, "director-general"), (proposal.Quotes, proposal.Post));
        Assert.Equivalent(new[] { ArticleId.Of("https://example.com/1"), ArticleId.Of("https://example.com/2") }, proposal.Articles, strict: true);
    }

    static IEnumerable<(string, ProposalReason)> Propose(params Quote[] quotes) => Propose(Repository.Content, quotes);

    static IEnumerable<(string, ProposalReason)> Propose(Editorial.ContentFolder content, params Quote[] quotes)
    {
        var proposals = new PersonProposals(content);
        proposals.Add(ArticleWith("https://example.com/1", quotes));
        return proposals.Find().Select(proposal => (proposal.PersonId, proposal.Reason));
    }

    static Quote Said(string speaker, string? post = null) => new() { Span = new(0, 1), IsDirect = true, Named = speaker, Name = speaker, Speaker = speaker, Post = post, SpeakerKind = SpeakerKind.Person };

    static Article ArticleWith(string url, params Quote[] quotes) => new()
    {
        Id = ArticleId.Of(url),
        Url = url,
        Language = Language.English,
        Kind = ArticleKind.News,
        PublisherId = "example",
        Headline = "Kobe pays",
        Body = "Kobe pays.",
        Quotes = [.. quotes],
    };
}
