using System.Globalization;

namespace KnowledgeBase.Cli.Setup;

/// <summary>Numbers with their nouns, in English.</summary>
static class Count
{
    public static string Of(int number, string one) => Of(number, one, one + "s");

    public static string Of(int number, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many)}");
}
