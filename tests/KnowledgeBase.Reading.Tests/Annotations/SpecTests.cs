using KnowledgeBase.Articles;
using KnowledgeBase.Reading.Annotations;

namespace KnowledgeBase.Reading.Tests.Annotations;

/// <summary>Runs the examples of <c>content/languages/{en,zh,ja}.md</c>.</summary>
public class SpecTests
{
    const int LeastExamples = 25;

    static readonly Annotator Annotator = new(Repository.Content);

    public static TheoryData<string> Examples => [.. Language.All.SelectMany(SpecsOf).Select(spec => spec.ToString())];

    public static TheoryData<string> Languages => [.. Language.All.Select(language => language.Code)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_example_holds(string example)
    {
        Spec spec = Language.All.SelectMany(SpecsOf).Single(spec => spec.ToString() == example);
        AnnotatedBody annotated = Annotator.Annotate(spec.Language, spec.Headline, spec.Text);
        new SpecCheck(spec, annotated).Run();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_its_examples(string code) =>
        Assert.True(SpecsOf(Language.Find(code)!).Count() >= LeastExamples);

    static IEnumerable<Spec> SpecsOf(Language language) =>
        Spec.Read(language, Path.Combine(Repository.Root, "content", "languages", language.Code + ".md"));
}
