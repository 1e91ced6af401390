using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Crawling.Tests;

public sealed partial class CrawlerOptionsTests
{
    static readonly PropertyInfo[] Options = typeof(CrawlerOptions).GetProperties();

    public static TheoryData<string> Names => [.. Options.Select(option => option.Name)];

    static ILookup<string, Match> Rows =>
        Row().Matches(File.ReadAllText(Path.Combine(Workshop.RootFolder(), "README.md")).ReplaceLineEndings("\n")).ToLookup(row => row.Groups["name"].Value, StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_option_stands_once_in_the_README_with_its_default_its_range_and_a_reason(string name)
    {
        Match row = Assert.Single(Rows[name]);
        PropertyInfo option = typeof(CrawlerOptions).GetProperty(name)!;
        string said = row.Groups["default"].Value;
        object? value = option.GetValue(new CrawlerOptions());
        bool isNone = value is "" || (value is IEnumerable and not string && !((IEnumerable)value).GetEnumerator().MoveNext());
        if (isNone)
            Assert.StartsWith("none", said, StringComparison.Ordinal);
        else
            Assert.Equal($"`{Convert.ToString(value, CultureInfo.InvariantCulture)}`", said, ignoreCase: value is bool);
        Assert.Equal(option.GetCustomAttribute<RangeAttribute>() is not null, Digit().IsMatch(row.Groups["range"].Value) && option.PropertyType != typeof(IReadOnlyList<string>));
        Assert.True(row.Groups["why"].Value.Length > 30, $"{name} has no reason: '{row.Groups["why"].Value}'");
    }

    [Fact]
    public void The_README_names_no_option_that_is_gone() => Assert.Empty(Rows.Select(row => row.Key).Except(Options.Select(option => option.Name)));

    [Fact]
    public void Every_number_and_every_length_of_time_has_a_range_that_holds_its_default()
    {
        PropertyInfo[] bounded = [.. Options.Where(option => option.PropertyType == typeof(int) || option.PropertyType == typeof(TimeSpan))];
        Assert.NotEmpty(bounded);
        Assert.All(bounded, option => Assert.NotNull(option.GetCustomAttribute<RangeAttribute>()));
        var defaults = new CrawlerOptions();
        Validator.ValidateObject(defaults, new ValidationContext(defaults), validateAllProperties: true);
    }

    [Fact]
    public void A_value_out_of_range_is_found_by_its_name()
    {
        CrawlerOptions[] wrong =
        [
            new() { DefaultGap = TimeSpan.FromSeconds(-1) }, new() { TotalTimeout = TimeSpan.Zero }, new() { MinPollInterval = TimeSpan.FromSeconds(1) }, new() { LeaseTime = TimeSpan.Zero },
            new() { MaxBodyBytes = 0 }, new() { MaxRedirects = 21 }, new() { MaxHostsAtOnce = 0 },
        ];
        string[] names = ["DefaultGap", "TotalTimeout", "MinPollInterval", "LeaseTime", "MaxBodyBytes", "MaxRedirects", "MaxHostsAtOnce"];
        Assert.Equal(names, wrong.Select(options => Assert.Throws<ValidationException>(() => Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true)).ValidationResult.MemberNames.Single()));
    }

    [Fact]
    public void What_does_not_go_together_is_a_problem_that_says_what_to_do()
    {
        var good = new CrawlerOptions { Contact = "desk@example.org", HubCallbackAddress = "https://kb.example.org/hub/" };
        Assert.Null(good.FindProblem("Development"));
        Assert.Contains("longer than Crawler:MaxPollInterval", (good with { MinPollInterval = TimeSpan.FromHours(25) }).FindProblem("Development"), StringComparison.Ordinal);
        foreach (string address in (string[])["kb.example.org/hub/", "https://kb.example.org/", "https://kb.example.org/hub", "ftp://kb.example.org/hub/"])
            Assert.Contains("Crawler:HubCallbackAddress", (good with { HubCallbackAddress = address }).FindProblem("Development"), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\| `Crawler:(?<name>\w+)` \| (?<default>[^|]*) \| (?<range>[^|]*?) ?\| (?<why>[^|]*) \|$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Row();

    [GeneratedRegex(@"\d", RegexOptions.CultureInvariant)]
    private static partial Regex Digit();
}
