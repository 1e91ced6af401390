using System.Text.Encodings.Web;
using System.Text.Json;

namespace KnowledgeBase.Benchmarks;

/// <summary>Figures in the order in which they are told, as one line of JSON.</summary>
sealed class Summary : Dictionary<string, object>
{
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override string ToString() => JsonSerializer.Serialize<Dictionary<string, object>>(this, Plain);
}
