using Lucene.Net.Store;

namespace KnowledgeBase.Search.Tests;

/// <summary>A disk that can be full: then nothing more can be written.</summary>
sealed class FillingDirectory(Lucene.Net.Store.Directory disk) : FilterDirectory(disk)
{
    public bool IsFull { get; set; }

    public override IndexOutput CreateOutput(string name, IOContext context) =>
        IsFull ? throw new IOException($"No space left on device : '{name}'") : base.CreateOutput(name, context);
}
