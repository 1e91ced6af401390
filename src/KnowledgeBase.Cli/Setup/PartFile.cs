namespace KnowledgeBase.Cli.Setup;

/// <summary>A file that appears under its name when it is whole.</summary>
sealed class PartFile : IAsyncDisposable
{
    readonly string _file;

    PartFile(string file, Stream stream) => (_file, Stream) = (file, stream);

    public Stream Stream { get; }

    /// <exception cref="MistakeException">The file can't be written.</exception>
    public static PartFile Open(string file)
    {
        try
        {
            return new(file, File.Create(PartOf(file)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MistakeException($"{Path.GetFullPath(file)} can't be written: {e.Message}", e);
        }
    }

    /// <summary>Gives the file its name. Without this call nothing of that name is touched.</summary>
    public async Task KeepAsync()
    {
        await Stream.DisposeAsync();
        File.Move(PartOf(_file), _file, overwrite: true);
    }

    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync();
        File.Delete(PartOf(_file));
    }

    static string PartOf(string file) => file + ".part";
}
