using System.Text.RegularExpressions;

namespace KnowledgeBase.HouseRules.Tests;

public partial class SourceTests
{
    // A budget taken from code bases that are calm to read, where hardly any file is longer.
    const int MaxLines = 300;

    [Fact]
    public void A_file_has_at_most_300_lines() =>
        House.HasNo(
            from file in House.Files("src")
            where file.IsCode
            let lines = file.Lines().Length
            where lines > MaxLines
            select $"{file.Path}: {lines} lines",
            "It answers more than one question: divide it.");

    [Fact]
    public void Nothing_is_left_for_later() =>
        House.HasNo(
            from file in House.Files("src")
            where file.IsText
            from line in file.Lines().Index()
            let match = LeftForLater().Match(line.Item)
            where match.Success
            select $"{file.Path}:{line.Index + 1}: {match.Value}",
            "Finish it, or leave it out.");

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX|NotImplementedException)\b")]
    private static partial Regex LeftForLater();
}
