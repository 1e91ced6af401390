namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds the speakers of quotations by the grammar of one language.</summary>
interface IAttributor
{
    /// <summary>For each quotation who is named as its speaker; null where the text does not tell.</summary>
    Attribution?[] Attribute(string text, IReadOnlyList<Quotation> quotations);

    /// <summary>Finds clauses that somebody is reported to have said, in sentences without quotations.</summary>
    IEnumerable<Report> FindReports(string text, IReadOnlyList<Quotation> quotations);

    /// <summary>Collects the names the article introduces.</summary>
    IArticleNames OpenNames(string text, IReadOnlyList<Quotation> quotations);

    /// <summary>True when the words are speech, and not a title or a so-called something.</summary>
    bool IsSpeech(string text, Quotation quotation, Attribution? attribution);
}

/// <summary>The names one article introduces.</summary>
interface IArticleNames
{
    /// <summary>The full name that a naming stands for; null when the article does not tell.</summary>
    string? Resolve(Attribution attribution, string? lastSpeaker);

    /// <summary>The post beside a full name where the article introduces it; null when it gives none.</summary>
    Introduction? FindIntroduction(string name);
}

/// <summary>What an article says of somebody where it introduces the name.</summary>
/// <param name="Post">The post.</param>
/// <param name="Organization">Whose post it is; null where the grammar does not tell.</param>
/// <param name="OwnerEnd">Where the name of the body must end whose post it is; -1 where nothing can stand.</param>
readonly record struct Introduction(string Post, string? Organization, int OwnerEnd);
