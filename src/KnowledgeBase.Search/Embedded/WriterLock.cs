using System.Diagnostics;
using System.Globalization;

namespace KnowledgeBase.Search.Embedded;

/// <summary>Lets one process at a time write an index, and tells the others which.</summary>
/// <remarks>The lock is the system's own on an open file: it ends with the process, however that ends. A second file says who holds it, because the locked one can't be read.</remarks>
sealed class WriterLock : IDisposable
{
    readonly FileStream _file;
    readonly string _owner;

    WriterLock(FileStream file, string owner) => (_file, _owner) = (file, owner);

    /// <summary>Takes the lock of an index folder.</summary>
    /// <exception cref="IndexException">Another process holds it; the message names it; or the folder can't be written.</exception>
    public static WriterLock Take(string indexFolder)
    {
        string owner = indexFolder + ".lock-owner";
        try
        {
            return Take(indexFolder + ".lock", owner);
        }
        catch (IOException e) when (File.Exists(owner))
        {
            throw new IndexException(
                $"The index {indexFolder} is being written by {OwnerOf(owner)}. Stop that process, or let it do the indexing; searching (kb search) works beside it.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IndexException($"The index {indexFolder} can't be written: {e.Message} Free some space, or give this user the right to write there.", e);
        }
    }

    static WriterLock Take(string file, string owner)
    {
        var stream = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        try
        {
            File.WriteAllText(owner, Describe());
            return new WriterLock(stream, owner);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        File.Delete(_owner);
        _file.Dispose();
    }

    static string Describe()
    {
        using var self = Process.GetCurrentProcess();
        string started = self.StartTime.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return $"process {Environment.ProcessId} ({self.ProcessName}, started {started} UTC)";
    }

    static string OwnerOf(string file)
    {
        try
        {
            return File.ReadAllText(file) is { Length: > 0 } owner ? owner : "another process";
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
