namespace KnowledgeBase.Articles;

/// <summary>An amount of money, a share or a count, as the text gives it and in plain numbers. A range is two figures.</summary>
public sealed record Figure
{
    /// <summary>The words: number, multiplier and unit.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The number in base units: 45000000 for 45 million yen, 6.3 for 6.3%.</summary>
    public required decimal Value { get; init; }

    /// <summary>An ISO 4217 code (JPY), <c>percent</c>, or what is counted, in English (companies).</summary>
    public required string Unit { get; init; }

    /// <summary>Whether the text gives a limit or an estimate instead of the number itself.</summary>
    public FigureBound Bound { get; init; }

    /// <summary>For what period the number is, in English (year, month, day); null when the text names none beside it.</summary>
    public string? Period { get; init; }

    /// <summary>What it measures, in English (exports, sales, rent); null when the clause does not say.</summary>
    public string? Subject { get; init; }

    /// <summary>Whether what it measures rose or fell by so much; null for a level, or when the clause does not say.</summary>
    public FigureChange? Change { get; init; }

    /// <summary>With what it is compared, in English: year for a change from a year before, month, quarter; null when the clause does not say.</summary>
    public string? ComparedWith { get; init; }
}

/// <summary>The direction of a change.</summary>
public enum FigureChange
{
    /// <summary>More than before (up, 增长, 増).</summary>
    Rise,

    /// <summary>Less than before (down, 下降, 減).</summary>
    Fall,
}

/// <summary>How exactly a figure is meant.</summary>
public enum FigureBound
{
    /// <summary>As it stands.</summary>
    Exact,

    /// <summary>Near it (about, 约, 約).</summary>
    About,

    /// <summary>At most so much (up to, 最高, 最大).</summary>
    AtMost,

    /// <summary>Less (less than, 不到, 未満).</summary>
    LessThan,

    /// <summary>At least so much (at least, 以上).</summary>
    AtLeast,

    /// <summary>More (more than, 超过, 超).</summary>
    MoreThan,
}
