namespace KnowledgeBase.HouseRules.Tests;

public class NameTests
{
    static readonly string[] NotUsed =
    [
        "Manager", "Helper", "Util", "Utility", "Common", "Core", "Base", "Service", "Provider", "Processor", "Engine", "Handler", "Data", "Info", "Item", "Dto", "Impl",
        "Repository",
    ];

    /// <summary>Names that a field has given: structured data is what schema.org and every search engine call JSON-LD in a page.</summary>
    static readonly string[] FieldsTerms = ["StructuredData"];

    [Fact]
    public void A_type_is_named_by_what_it_is() =>
        House.HasNo(
            House.Types.Where(written => IsEmpty(written.LastWord) && !FieldsTerms.Any(term => written.Name.EndsWith("." + term, StringComparison.Ordinal))).Select(written => $"{written.Name} ends in {written.LastWord}"),
            "Such a word says nothing: use the one a librarian or a journalist would use.");

    [Fact]
    public void A_folder_is_named_by_what_it_holds() =>
        House.HasNo(
            House.Files("src").SelectMany(file => file.Folders.Where(folder => folder.Split('.', '-').Any(IsEmpty)).Select(folder => $"{folder} ({file.Path})")),
            "Such a word gathers whatever nobody finds a place for: name the question that the folder answers.");

    static bool IsEmpty(string word) =>
        NotUsed.Any(name => word.Equals(name, StringComparison.OrdinalIgnoreCase) || word.Equals(name + "s", StringComparison.OrdinalIgnoreCase)
            || word.Equals(name[..^1] + "ies", StringComparison.OrdinalIgnoreCase));
}
