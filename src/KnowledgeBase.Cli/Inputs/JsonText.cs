using System.Text.Json;

namespace KnowledgeBase.Cli.Inputs;

/// <summary>Texts of a JSON object, with messages for the person who wrote it.</summary>
static class JsonText
{
    /// <exception cref="JsonException">It is missing or no text.</exception>
    public static string Require(JsonElement line, string name) =>
        Find(line, name) ?? throw new JsonException($"'{name}' is missing.");

    /// <summary>The text, or null when there is none.</summary>
    /// <exception cref="JsonException">It is something else than a text.</exception>
    public static string? Find(JsonElement line, string name)
    {
        if (line.ValueKind != JsonValueKind.Object)
            throw new JsonException("The line is not a JSON object: write {\"id\": …}.");
        if (!line.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value.ValueKind == JsonValueKind.String ? TextOf(value, name) : throw new JsonException($"'{name}' must be a text.");
    }

    /// <summary>The texts of a list; none when there is no list.</summary>
    /// <exception cref="JsonException">It is something else than a list of texts.</exception>
    public static IEnumerable<string> FindAll(JsonElement line, string name)
    {
        if (!line.TryGetProperty(name, out JsonElement list) || list.ValueKind == JsonValueKind.Null)
            yield break;
        if (list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(value => value.ValueKind != JsonValueKind.String))
            throw new JsonException($"'{name}' must be a list of texts.");
        foreach (JsonElement value in list.EnumerateArray())
            yield return TextOf(value, name);
    }

    static string TextOf(JsonElement value, string name)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException($"'{name}' holds half of a surrogate pair, which is no character.", e);
        }
    }
}
