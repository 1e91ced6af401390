using System.Globalization;
using KnowledgeBase.Search;

namespace KnowledgeBase.Benchmarks;

/// <summary>What a run is asked for, by the names that the other programs of the comparison use.</summary>
sealed record RunOptions
{
    const string Usage = """
        KnowledgeBase.Benchmarks index CORPUS.jsonl FOLDER [--fields all|bigrams]
        KnowledgeBase.Benchmarks query QUERIES.jsonl FOLDER [--fields all|bigrams] [--mode topk|facet|ds|page]
            [--limit N] [--warm N] [--rounds N] [--kinds K,K] [--directory nio|mmap] [--cache MB] [--out FILE]
        KnowledgeBase.Benchmarks propose
        """;

    /// <summary>True for the analysis that the peers use: English stems and pairs of Han and kana, nothing else.</summary>
    public bool IsPlain { get; init; }

    /// <summary>topk, facet, ds (facets sideways) or page (ds, with headlines and passages).</summary>
    public string Mode { get; init; } = "facet";

    /// <summary>How many queries of the log are asked.</summary>
    public int Limit { get; init; } = int.MaxValue;

    /// <summary>How many queries are answered before the clock starts.</summary>
    public int Warm { get; init; } = 6500;

    /// <summary>How often the log is answered while the clock runs.</summary>
    public int Rounds { get; init; } = 1;

    /// <summary>The kinds of query asked; empty for all.</summary>
    public string[] Kinds { get; init; } = [];

    /// <summary>How many megabytes of decoded index are remembered.</summary>
    public int CacheMegabytes { get; init; } = new SearchOptions().CacheMegabytes;

    /// <summary>How files are read; null as the product reads them.</summary>
    public string? Directory { get; init; }

    /// <summary>Where one line a query goes; null for nowhere.</summary>
    public string? Out { get; init; }

    public static RunOptions Parse(string[] arguments)
    {
        var options = new RunOptions();
        foreach (string[] pair in arguments.Chunk(2))
        {
            if (pair is not [var name, var value])
                throw new ArgumentException($"{pair[0]} has no value.\n{Usage}");
            options = options.With(name, value);
        }
        return options;
    }

    public static int ShowUsage()
    {
        Console.Error.WriteLine(Usage);
        return 2;
    }

    RunOptions With(string name, string value) => name switch
    {
        "--fields" => this with { IsPlain = value == "bigrams" },
        "--mode" => this with { Mode = value },
        "--limit" => this with { Limit = Number(value) },
        "--warm" => this with { Warm = Number(value) },
        "--rounds" => this with { Rounds = Number(value) },
        "--kinds" => this with { Kinds = value.Split(',') },
        "--cache" => this with { CacheMegabytes = Number(value) },
        "--directory" => this with { Directory = value },
        "--out" => this with { Out = value },
        _ => throw new ArgumentException($"{name} is no option.\n{Usage}"),
    };

    static int Number(string value) => int.Parse(value, CultureInfo.InvariantCulture);
}
