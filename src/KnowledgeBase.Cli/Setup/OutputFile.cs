using System.IO.Compression;
using System.Text;

namespace KnowledgeBase.Cli.Setup;

/// <summary>Where many lines go: standard output, or a file that appears under its name when it is whole. A name that ends in <c>.gz</c> is packed.</summary>
sealed class OutputFile : IAsyncDisposable
{
    readonly PartFile? _file;

    OutputFile(PartFile? file, TextWriter writer) => (_file, Writer) = (file, writer);

    public TextWriter Writer { get; }

    /// <exception cref="MistakeException">The file can't be written.</exception>
    public static OutputFile Open(string? file, Desk desk)
    {
        if (file is null or "-")
            return new(null, desk.Output);
        var part = PartFile.Open(file);
        Stream stream = file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(part.Stream, CompressionLevel.Optimal) : part.Stream;
        return new(part, new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\n" });
    }

    /// <summary>Gives the file its name. Without this call nothing of that name is touched.</summary>
    public async Task KeepAsync()
    {
        await Writer.FlushAsync();
        if (_file is null)
            return;
        await Writer.DisposeAsync();
        await _file.KeepAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_file is null)
            return;
        await Writer.DisposeAsync();
        await _file.DisposeAsync();
    }
}
