using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Quality.Tests.Discovery;

/// <summary>Compares what a scorer prints with the floors of discovery.</summary>
static partial class DiscoveryFloors
{
    /// <summary>Fails when fewer cases passed than the floor says.</summary>
    public static void Check(string measure, string scored)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(scored);
        double passed = double.Parse(Passed().Match(scored).Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        double floor = Floors.Of("discovery")[measure];
        Assert.True(passed >= floor, FormattableString.Invariant($"{measure}: {passed} passed, the floor is {floor}\n{scored}"));
    }

    [GeneratedRegex("([0-9]+) passed, [0-9]+ failed")]
    private static partial Regex Passed();
}
