using System.Runtime.CompilerServices;
using System.Text;
using KnowledgeBase.Cli.Setup;

namespace KnowledgeBase.Cli.Inputs;

/// <summary>A line of a file.</summary>
/// <param name="Place">File and line as compilers write them: <c>docs.jsonl:12</c>.</param>
/// <param name="Text">The line.</param>
readonly record struct PlacedLine(string Place, string Text);

/// <summary>The lines of a file or of standard input, one at a time, without those that are empty.</summary>
static class JsonLines
{
    public static async IAsyncEnumerable<PlacedLine> ReadAsync(string name, Desk desk, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using Stream stream = await PackedStream.OpenAsync(name, desk, cancel);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        for (int number = 1; await ReadLineAsync(reader, name, number, cancel) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
                yield return new($"{name}:{number}", line);
        }
    }

    static async ValueTask<string?> ReadLineAsync(StreamReader reader, string name, int number, CancellationToken cancel)
    {
        try
        {
            // A terminal or pipe that says nothing can't be interrupted, but nobody has to wait for it.
            return await reader.ReadLineAsync(cancel).AsTask().WaitAsync(cancel);
        }
        catch (InvalidDataException e)
        {
            throw new MistakeException($"{name}:{number}: from here on it can't be unpacked: {e.Message} What stands before is done.", e);
        }
    }
}
