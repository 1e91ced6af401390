using System.Text.Json;
using System.Text.Json.Serialization;

namespace KnowledgeBase.Articles;

/// <summary>A language of articles and of the site. Chinese is one language with two scripts.</summary>
[JsonConverter(typeof(LanguageJsonConverter))]
public sealed class Language
{
    /// <summary>English.</summary>
    public static readonly Language English = new("en", "en", "English");

    /// <summary>Chinese, in simplified or traditional characters.</summary>
    public static readonly Language Chinese = new("zh", "zh-Hans", "中文");

    /// <summary>Japanese.</summary>
    public static readonly Language Japanese = new("ja", "ja", "日本語");

    /// <summary>Every language, in the order in which the site offers them.</summary>
    public static IReadOnlyList<Language> All { get; } = [English, Chinese, Japanese];

    Language(string code, string tag, string endonym) => (Code, Tag, Endonym) = (code, tag, endonym);

    /// <summary>The code used in addresses, front matter and facets: en, zh or ja.</summary>
    public string Code { get; }

    /// <summary>The BCP 47 tag used in <c>lang</c> and <c>hreflang</c>: en, zh-Hans or ja.</summary>
    public string Tag { get; }

    /// <summary>The language's name for itself.</summary>
    public string Endonym { get; }

    /// <summary>The language of a BCP 47 tag or locale name (<c>zh-TW</c>, <c>ja_JP</c>, <c>EN</c>), or null when it is none of ours.</summary>
    public static Language? Find(string? tag)
    {
        if (string.IsNullOrWhiteSpace(tag))
            return null;
        string primary = tag.Trim().Split('-', '_')[0];
        return All.FirstOrDefault(language => language.Code.Equals(primary, StringComparison.OrdinalIgnoreCase));
    }

    /// <inheritdoc/>
    public override string ToString() => Code;
}

sealed class LanguageJsonConverter : JsonConverter<Language>
{
    public override Language Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Language.Find(reader.GetString()) ?? throw new JsonException($"'{reader.GetString()}' is not a language of this knowledge base (en, zh, ja).");

    public override void Write(Utf8JsonWriter writer, Language value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
}
