using KnowledgeBase.Editorial;
using KnowledgeBase.Search;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Embedded;
using Lucene.Net.Store;

namespace KnowledgeBase.Benchmarks;

/// <summary>Opens the index of a folder the way the site does, with the analysis and the way of reading files that a run asks for.</summary>
static class OpenedIndex
{
    /// <summary>The editors' files that an index needs, without their vocabulary: the corpus has its own.</summary>
    public static ContentFolder ReadContent() => ContentFolder.Read(Path.Combine(RootOf(AppContext.BaseDirectory), "content")) with { Vocabulary = Vocabulary.Empty };

    public static ArticleIndex Open(string folder, ContentFolder content, RunOptions options)
    {
        var place = new IndexFolder(folder);
        place.Make();
        TextAnalysis analysis = options.IsPlain ? PeerAnalysis.Make() : new TextAnalysis(content.HanVariants);
        return ArticleIndex.Open(DirectoryOf(place, options), place.Path, analysis, content, options: new SearchOptions { CacheMegabytes = options.CacheMegabytes });
    }

    static Lucene.Net.Store.Directory DirectoryOf(IndexFolder place, RunOptions options) => options.Directory switch
    {
        null => place.Open(),
        "nio" => new NIOFSDirectory(place.Path),
        "mmap" => new MMapDirectory(place.Path),
        var other => throw new ArgumentException($"{other} is no way of reading files: nio or mmap."),
    };

    static string RootOf(string folder) =>
        File.Exists(Path.Combine(folder, "KnowledgeBase.sln")) ? folder
        : RootOf(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar)) ?? throw new DirectoryNotFoundException("KnowledgeBase.sln is in no folder above this program."));
}
