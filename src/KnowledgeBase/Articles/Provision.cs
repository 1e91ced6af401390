namespace KnowledgeBase.Articles;

/// <summary>What sort of part of a rule a provision is; a part of a kind named earlier here holds those of the later ones.</summary>
public enum ProvisionKind
{
    /// <summary>An annex, appendix, attached form or table, or the supplementary provisions of a Japanese law (附件, 別添, 附則).</summary>
    Annex,

    /// <summary>A part, chapter or section (第二章).</summary>
    Chapter,

    /// <summary>A numbered article (第三条).</summary>
    Article,
}

/// <summary>A numbered part of a policy document, so that a citation can point to it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Its name within the document, unique there and fit for an address: <c>article-3</c>, <c>article-5-2</c> (第5条の2), <c>chapter-2</c>, <c>annex-1</c>, <c>annex-1-article-3</c>.</param>
/// <param name="Name">Where the document names it: 第三条, Article 3, 附件1.</param>
/// <param name="Span">From its name up to the next part that it does not hold.</param>
public sealed record Provision(ProvisionKind Kind, string Key, TextSpan Name, TextSpan Span);
