namespace KnowledgeBase.Articles;

/// <summary>What a stretch of the body is, beyond plain text.</summary>
/// <remarks>The body holds no markup: blocks are lines separated by one empty line, and marks say which of them are not plain paragraphs.</remarks>
public enum BodyMarkKind
{
    /// <summary>A block that is a section heading.</summary>
    Heading,

    /// <summary>A block that is a heading below a section heading.</summary>
    Subheading,

    /// <summary>A block that is an item of a list with bullets.</summary>
    ListItem,

    /// <summary>A block that is an item of a numbered list.</summary>
    NumberedItem,

    /// <summary>A block that is quoted as a whole.</summary>
    BlockQuote,

    /// <summary>A block that is the head row of a table; cells are separated by tabs.</summary>
    TableHead,

    /// <summary>A block that is a row of a table; cells are separated by tabs.</summary>
    TableRow,

    /// <summary>Words within a block that link to <see cref="BodyMark.Target"/>.</summary>
    Link,

    /// <summary>Words within a block that are of strong importance.</summary>
    Strong,

    /// <summary>Words within a block that are stressed.</summary>
    Emphasis,
}

/// <summary>Says what a stretch of the body is: a block that is not a plain paragraph, or linked or stressed words within a block.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands. A block's mark covers the block exactly.</param>
/// <param name="Target">The http or https address of a link; null for every other kind.</param>
public sealed record BodyMark(BodyMarkKind Kind, TextSpan Span, string? Target = null);
