using System.Text.Json.Nodes;
using KnowledgeBase.Quality.Tests.Extraction;

namespace KnowledgeBase.Quality.Tests;

/// <summary>The measures that must not fall: <c>floors.json</c>.</summary>
static class Floors
{
    static readonly JsonNode All = JsonNode.Parse(File.ReadAllText(
        Path.Combine(SharedPages.RootFolder(), "tests", "KnowledgeBase.Quality.Tests", "floors.json")))!;

    public static IReadOnlyDictionary<string, double> Of(string area) =>
        All[area]!.AsObject().ToDictionary(floor => floor.Key, floor => floor.Value!.GetValue<double>());

    /// <summary>Fails when a measure is below its floor; names every one that is.</summary>
    public static void Check(string area, Func<string, double> measure)
    {
        var fallen = Of(area).Select(floor => (floor.Key, Floor: floor.Value, Measured: measure(floor.Key))).Where(floor => floor.Measured < floor.Floor).ToList();
        Assert.True(fallen.Count == 0, string.Join("\n", fallen.Select(floor => FormattableString.Invariant($"{area} {floor.Key}: {floor.Measured:0.0000} is below the floor {floor.Floor}"))));
    }
}
