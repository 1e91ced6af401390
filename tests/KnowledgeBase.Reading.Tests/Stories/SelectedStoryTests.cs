using KnowledgeBase.Editorial;
using KnowledgeBase.Reading.Pages;

namespace KnowledgeBase.Reading.Tests.Stories;

public class SelectedStoryTests
{
    const string Page = "<div id=other>" + Examples.English + "</div><div id=told><p>The harbour of Kobe is told of here, in a sentence that nobody would find without being told.</p><p class=note>A note of the paper that belongs to no story at all.</p></div>";

    [Fact]
    public void The_story_is_where_its_publisher_keeps_it() =>
        Assert.Equal("The harbour of Kobe is told of here, in a sentence that nobody would find without being told.", Read(new("#told", ".note")));

    [Theory]
    [InlineData("#gone")]
    [InlineData("[[[")]
    public void Where_the_pages_have_changed_the_reader_looks_for_itself(string selector) =>
        Assert.Contains("Kobe invited Chinese companies", Read(new(selector, null)), StringComparison.Ordinal);

    static string Read(StorySelectors selectors) => PageReader.Read(Examples.Page(Examples.Html(Page)), selectors).Story!.Body.Text;
}
