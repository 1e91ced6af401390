using Dapper;

namespace KnowledgeBase.Storage;

/// <summary>Writes lists into SQL. Dapper expands lists for SQLite but not for Npgsql, which has arrays of its own: one named parameter each suits both.</summary>
static class SqlLists
{
    public static string In(int count) => count == 0 ? "IN (NULL)" : $"IN ({string.Join(", ", Enumerable.Range(0, count).Select(i => $"@p{i}"))})";

    public static DynamicParameters Parameters(IEnumerable<string> values, params ReadOnlySpan<(string Name, object Value)> others)
    {
        var parameters = new DynamicParameters();
        int i = 0;
        foreach (string value in values)
            parameters.Add($"p{i++}", value);
        foreach ((string name, object value) in others)
            parameters.Add(name, value);
        return parameters;
    }
}
