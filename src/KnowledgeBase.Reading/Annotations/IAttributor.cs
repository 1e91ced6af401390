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
}
