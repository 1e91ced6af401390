namespace KnowledgeBase.Cli.Setup;

/// <summary>A file that appears under its name when it is whole. A link stays one, and what it leads to is written; a device or a pipe is no file, and is written as the lines come.</summary>
sealed class PartFile : IAsyncDisposable
{
    const string Devices = "/dev/";

    const string SharedMemory = "/dev/shm/";

    readonly string? _file;

    PartFile(string? file, Stream stream) => (_file, Stream) = (file, stream);

    public Stream Stream { get; }

    /// <exception cref="MistakeException">The file can't be written.</exception>
    public static PartFile Open(string file)
    {
        try
        {
            string place = Path.GetFullPath(File.Exists(file) ? File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file : file);
            return OpenUnseekable(place) is { } stream ? new(null, stream) : new(place, File.Create(PartOf(place)));
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
        if (_file is not null)
            File.Move(PartOf(_file), _file, overwrite: true);
    }

    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync();
        if (_file is not null)
            File.Delete(PartOf(_file));
    }

    /// <summary>What is there and is no file: to put a file in its place would take it away from everybody, as /dev/null.</summary>
    static FileStream? OpenUnseekable(string place)
    {
        if (!File.Exists(place))
            return null;
        // Whoever opens a pipe and closes it again has closed it for the reader: it is opened once.
        var stream = new FileStream(place, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        if (!stream.CanSeek || (place.StartsWith(Devices, StringComparison.Ordinal) && !place.StartsWith(SharedMemory, StringComparison.Ordinal)))
            return stream;
        stream.Dispose();
        return null;
    }

    static string PartOf(string file) => file + ".part";
}
