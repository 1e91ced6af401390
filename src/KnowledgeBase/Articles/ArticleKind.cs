namespace KnowledgeBase.Articles;

/// <summary>What sort of text an article is.</summary>
public enum ArticleKind
{
    /// <summary>A report of a news agency, newspaper or broadcaster.</summary>
    News,

    /// <summary>A law, plan, programme, subsidy rule or notice of an authority.</summary>
    Policy,

    /// <summary>A press release of a company, an association or an authority.</summary>
    Release,

    /// <summary>An editor's own summary, with the source of every figure.</summary>
    Brief,
}
