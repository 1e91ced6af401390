using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KnowledgeBase.Articles;

/// <summary>Names an article: the first 16 hex digits of the SHA-256 of its canonical URL.</summary>
/// <remarks>64 bits keep the chance of one collision among ten million articles near 3 in a million (birthday bound).</remarks>
[JsonConverter(typeof(ArticleIdJsonConverter))]
public readonly record struct ArticleId(string Value)
{
    /// <summary>The id of the article at a canonical URL.</summary>
    public static ArticleId Of(string url) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url)).AsSpan(0, 8)));

    /// <summary>The id written in an address, or null when it is not 16 hex digits.</summary>
    public static ArticleId? Find(string? text) =>
        text is { Length: 16 } && text.All(char.IsAsciiHexDigitLower) ? new ArticleId(text) : null;

    /// <inheritdoc/>
    public override string ToString() => Value;
}

sealed class ArticleIdJsonConverter : JsonConverter<ArticleId>
{
    public override ArticleId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ArticleId.Find(reader.GetString()) ?? throw new JsonException("An article id is 16 hex digits.");

    public override void Write(Utf8JsonWriter writer, ArticleId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
