using System.Collections.Immutable;

namespace KnowledgeBase.Search;

/// <summary>A general dictionary that can be imported.</summary>
/// <remarks>No package that carries one of them is served for .NET, so they come as their publishers give them.</remarks>
public enum DictionaryKind
{
    /// <summary>CC-CEDICT, Chinese to English.</summary>
    Cedict,

    /// <summary>EDICT2 (JMdict), Japanese to English.</summary>
    Edict,

    /// <summary>ENAMDICT (JMnedict), Japanese names.</summary>
    Enamdict,
}

/// <summary>A dictionary in the data folder.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Entries">How many entries were taken from the file.</param>
/// <param name="Words">How many words these have, in all written forms.</param>
/// <param name="Version">The date or version the file says of itself; null when it does not.</param>
/// <param name="ImportedAt">When it was imported.</param>
/// <param name="Analysis">The way its words were cut and folded; another way needs another import.</param>
public sealed record DictionaryNotice(DictionaryKind Kind, int Entries, int Words, string? Version, DateTimeOffset ImportedAt, string Analysis)
{
    /// <summary>Who made it and on what terms.</summary>
    public DictionarySource Source => DictionarySource.Of(Kind);
}

/// <summary>Where a dictionary comes from.</summary>
/// <param name="Name">Its name, for the page that names sources.</param>
/// <param name="Publisher">Who publishes it.</param>
/// <param name="Home">The page that tells about it.</param>
/// <param name="Address">Where the file is published.</param>
/// <param name="Megabytes">About how large the file is, in 2025.</param>
/// <param name="Licence">Its licence, as an SPDX identifier.</param>
/// <param name="LicenceUrl">Where the licence can be read.</param>
public sealed record DictionarySource(string Name, string Publisher, string Home, string Address, int Megabytes, string Licence, string LicenceUrl)
{
    const string ShareAlike = "CC-BY-SA-4.0";
    const string ResearchGroup = "Electronic Dictionary Research and Development Group";
    const string ResearchGroupLicence = "https://www.edrdg.org/edrdg/licence.html";

    /// <summary>The source of a dictionary.</summary>
    public static DictionarySource Of(DictionaryKind kind) => kind switch
    {
        DictionaryKind.Cedict => new(
            "CC-CEDICT", "MDBG", "https://www.mdbg.net/chinese/dictionary?page=cc-cedict",
            "https://www.mdbg.net/chinese/export/cedict/cedict_1_0_ts_utf-8_mdbg.txt.gz", 4, ShareAlike, "https://creativecommons.org/licenses/by-sa/4.0/"),
        DictionaryKind.Edict => new(
            "EDICT2 (JMdict)", ResearchGroup, "https://www.edrdg.org/wiki/index.php/JMdict-EDICT_Dictionary_Project",
            "http://ftp.edrdg.org/pub/Nihongo/edict2.gz", 7, ShareAlike, ResearchGroupLicence),
        _ => new(
            "ENAMDICT (JMnedict)", ResearchGroup, "https://www.edrdg.org/enamdict/enamdict_doc.html",
            "http://ftp.edrdg.org/pub/Nihongo/enamdict.gz", 8, ShareAlike, ResearchGroupLicence),
    };
}

/// <summary>What an import did.</summary>
/// <param name="Dictionary">What is there now.</param>
/// <param name="BrokenLines">The numbers, from 1, of lines that are no entry and were left out.</param>
public sealed record DictionaryImport(DictionaryNotice Dictionary, ImmutableArray<int> BrokenLines);

/// <summary>What a folder of dictionaries holds.</summary>
/// <param name="Dictionaries">Those that searches use.</param>
/// <param name="Problems">What is wrong with the others: file and what to do.</param>
/// <param name="Bytes">The memory they take.</param>
public sealed record DictionaryList(ImmutableArray<DictionaryNotice> Dictionaries, ImmutableArray<string> Problems, long Bytes);
