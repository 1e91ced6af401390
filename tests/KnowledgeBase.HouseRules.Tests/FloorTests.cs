namespace KnowledgeBase.HouseRules.Tests;

public class FloorTests
{
    const string Ground = "KnowledgeBase";
    const string Site = "KnowledgeBase.Web";
    const string CommandLine = "KnowledgeBase.Cli";

    static readonly string[] Stages = ["KnowledgeBase.Crawling", "KnowledgeBase.Reading", "KnowledgeBase.Search"];

    // Assemblies, by the beginning of their names, and who else may use them. Reading needs AngleSharp to walk a page, not to fetch it.
    static readonly (string Library, string[] Rooms)[] Libraries =
    [
        ("YamlDotNet", [Ground, Site]),
        ("Dapper", [Ground]),
        ("Microsoft.Data.Sqlite", [Ground]),
        ("Npgsql", [Ground]),
        ("AngleSharp", ["KnowledgeBase.Crawling", "KnowledgeBase.Reading"]),
        ("SmartReader", ["KnowledgeBase.Reading"]),
        ("Markdig", ["KnowledgeBase.Reading"]),
        ("HtmlSanitizer", ["KnowledgeBase.Reading"]),
        ("System.Net.Http", ["KnowledgeBase.Crawling", Site]),
        ("Lucene.Net", ["KnowledgeBase.Search"]),
        ("ICU4N", ["KnowledgeBase.Search"]),
        ("Microsoft.AspNetCore", [Site]),
        ("OpenTelemetry", [Site]),
        ("ModelContextProtocol", [Site]),
        ("System.CommandLine", [CommandLine]),
        ("Spectre.Console", [CommandLine]),
    ];

    static readonly string[] HtmlHttpAndLucene =
        ["AngleSharp", "SmartReader", "Markdig", "HtmlSanitizer", "System.Net.Http", "System.Net.Requests", "System.Net.Sockets", "Microsoft.AspNetCore", "Lucene", "ICU4N"];

    [Fact]
    public void The_ground_floor_rests_on_nothing_of_ours() =>
        House.HasNo(RestingBeyond(Ground, []), "Floor 1 holds the nouns: what it wants from above belongs above.");

    [Fact]
    public void A_stage_rests_on_the_ground_floor_and_on_no_other_stage() =>
        House.HasNo(Stages.SelectMany(stage => RestingBeyond(stage, [Ground])), "Stages meet in the ledger: put what two of them share on floor 1.");

    [Fact]
    public void The_site_and_the_command_line_do_not_know_each_other() =>
        House.HasNo(
            new[] { Site, CommandLine }.SelectMany(project => RestingBeyond(project, [Ground, .. Stages])),
            "Both stand on floor 3: put what they share into the stage it belongs to, or on floor 1.");

    [Fact]
    public void Every_project_stands_on_a_floor() =>
        House.HasNo(
            House.Projects.Select(project => project.Name).Except([Ground, .. Stages, Site, CommandLine]),
            "The floor plan doesn't know this project: give it a floor in README.md and here.");

    [Fact]
    public void The_ground_floor_knows_no_HTML_no_HTTP_and_no_Lucene()
    {
        Project ground = House.Get(Ground);
        House.HasNo(
            ground.Uses.Concat(ground.Packages).Distinct().Where(name => HtmlHttpAndLucene.Any(library => IsPart(name, library))),
            "Floor 1 says what an article is and keeps it; fetching, parsing and indexing stand on floor 2.");
    }

    [Fact]
    public void A_library_is_used_in_the_room_it_belongs_to() =>
        House.HasNo(
            from project in House.Projects
            from name in project.Uses.Concat(project.Packages).Distinct()
            from library in Libraries
            where IsPart(name, library.Library) && !library.Rooms.Contains(project.Name)
            select $"{project} uses {name}, which belongs to {string.Join(", ", library.Rooms)}",
            "Ask the room that owns the library instead.");

    // What the project file declares, and what the code uses: a declaration may be unused, a use may come in through another project.
    static IEnumerable<string> RestingBeyond(string project, string[] allowed)
    {
        Project room = House.Get(project);
        var ours = House.Projects.ToDictionary(other => other.Module.Assembly.Name.Name, other => other.Name);
        return room.RestsOn.Concat(room.Uses.Where(ours.ContainsKey).Select(name => ours[name])).Distinct().Except(allowed).Select(other => $"{project} rests on {other}");
    }

    static bool IsPart(string name, string library) => name == library || name.StartsWith(library + ".", StringComparison.Ordinal);
}
