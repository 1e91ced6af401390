using KnowledgeBase.Articles;
using KnowledgeBase.Reading.Annotations;

namespace KnowledgeBase.Reading.Tests.Annotations;

public class AnnotatorTests
{
    static readonly Annotator Annotator = new(Repository.Content);

    [Fact]
    public void A_text_about_a_city_has_the_city_and_the_places_where_it_is_named()
    {
        const string Body = "Firms from Tianjin may rent offices in Kobe at half the price. Kobe pays the rest.";
        AnnotatedBody annotated = Annotator.Annotate(Language.English, "Kobe pays half the rent", Body);
        Assert.Equal("kobe", annotated.Cities[0]);
        Assert.Equal(["Tianjin", "Kobe", "Kobe"], annotated.Mentions.Select(mention => mention.Span.In(Body)));
    }

    [Fact]
    public void The_language_files_have_no_mistakes() =>
        Assert.DoesNotContain(Repository.Content.Problems, problem => problem.File.StartsWith("languages/", StringComparison.Ordinal));
}
