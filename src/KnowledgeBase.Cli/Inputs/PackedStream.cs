using System.IO.Compression;
using System.IO.Pipelines;
using KnowledgeBase.Cli.Setup;

namespace KnowledgeBase.Cli.Inputs;

/// <summary>Opens what the operator names: a file, or <c>-</c> for standard input. What is packed with gzip is unpacked, whatever it is called.</summary>
static class PackedStream
{
    public const string StandardInput = "-";

    /// <exception cref="MistakeException">The file can't be opened; the message says why.</exception>
    public static async Task<Stream> OpenAsync(string name, Desk desk, CancellationToken cancel)
    {
        PipeReader pipe = PipeReader.Create(name == StandardInput ? desk.Input : OpenFile(name));
        ReadResult head = await pipe.ReadAtLeastAsync(2, cancel);
        bool isPacked = head.Buffer.Length >= 2 && head.Buffer.FirstSpan is [0x1F, 0x8B, ..];
        pipe.AdvanceTo(head.Buffer.Start);
        return isPacked ? new GZipStream(pipe.AsStream(), CompressionMode.Decompress) : pipe.AsStream();
    }

    public static async Task<byte[]> ReadAllAsync(string name, Desk desk, CancellationToken cancel)
    {
        await using Stream stream = await OpenAsync(name, desk, cancel);
        using var whole = new MemoryStream();
        try
        {
            await stream.CopyToAsync(whole, cancel);
        }
        catch (InvalidDataException e)
        {
            throw new MistakeException($"{name} begins like a gzip file but can't be unpacked: {e.Message}", e);
        }
        return whole.ToArray();
    }

    /// <exception cref="MistakeException">The file can't be opened; the message says why.</exception>
    public static FileStream OpenFile(string name)
    {
        try
        {
            return File.OpenRead(name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MistakeException($"{Path.GetFullPath(name)} can't be read: {e.Message}", e);
        }
    }
}
