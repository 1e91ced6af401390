using System.IO.Compression;
using System.Text;

namespace KnowledgeBase.Cli.Setup;

/// <summary>Where many lines go: standard output, or a file that appears under its name when it is whole. A name that ends in <c>.gz</c> is packed.</summary>
sealed class OutputFile : IAsyncDisposable
{
    readonly string? _file;

    OutputFile(string? file, TextWriter writer) => (_file, Writer) = (file, writer);

    public TextWriter Writer { get; }

    /// <exception cref="MistakeException">The file can't be written.</exception>
    public static OutputFile Open(string? file, Desk desk)
    {
        if (file is null or "-")
            return new(null, desk.Output);
        try
        {
            Stream stream = File.Create(PartOf(file));
            if (file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
                stream = new GZipStream(stream, CompressionLevel.Optimal);
            return new(file, new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\n" });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MistakeException($"{Path.GetFullPath(file)} can't be written: {e.Message}", e);
        }
    }

    /// <summary>Gives the file its name. Without this call nothing of that name is touched.</summary>
    public async Task KeepAsync()
    {
        await Writer.FlushAsync();
        if (_file is null)
            return;
        await Writer.DisposeAsync();
        File.Move(PartOf(_file), _file, overwrite: true);
    }

    public async ValueTask DisposeAsync()
    {
        if (_file is null)
            return;
        await Writer.DisposeAsync();
        File.Delete(PartOf(_file));
    }

    static string PartOf(string file) => file + ".part";
}
