using System.Collections.Immutable;

namespace KnowledgeBase.Search;

/// <summary>A piece of a query as it was understood: pages can show it, and say it in the reader's words.</summary>
public abstract record QueryPart
{
    QueryPart()
    {
    }

    /// <summary>Free words: each must be found, in any form and order.</summary>
    public sealed record Words(string Text) : QueryPart;

    /// <summary>Words in quotation marks.</summary>
    /// <param name="Text">The words.</param>
    /// <param name="Between">How many other words may stand between them, in any order (<c>"a b"~5</c>); null for side by side in this order.</param>
    public sealed record Phrase(string Text, int? Between) : QueryPart;

    /// <summary>The beginning of a word (<c>invest*</c>).</summary>
    public sealed record Beginning(string Text) : QueryPart;

    /// <summary>A part that the headline must answer (<c>title:</c>).</summary>
    public sealed record InTitle(QueryPart Part) : QueryPart;

    /// <summary>A value of a facet (<c>city:kobe</c>).</summary>
    /// <param name="Facet">The facet.</param>
    /// <param name="Text">What was written.</param>
    /// <param name="Values">The values it stands for, any of which an article must have; empty where it names none, and no article has it.</param>
    public sealed record Value(Facet Facet, string Text, ImmutableArray<string> Values) : QueryPart;

    /// <summary>A stretch of time (<c>year:2018..2020</c>, <c>date:2019-10</c>).</summary>
    /// <param name="From">The first day; null for no bound.</param>
    /// <param name="To">The last day; null for no bound.</param>
    public sealed record Dates(DateOnly? From, DateOnly? To) : QueryPart;

    /// <summary>All of the parts.</summary>
    public sealed record All(ImmutableArray<QueryPart> Parts) : QueryPart;

    /// <summary>One of the parts, or several (<c>OR</c>).</summary>
    public sealed record Any(ImmutableArray<QueryPart> Parts) : QueryPart;

    /// <summary>What must not be (<c>-</c>, <c>NOT</c>).</summary>
    public sealed record Without(QueryPart Part) : QueryPart;
}

/// <summary>What of a query could not be taken as the writer may have meant it.</summary>
public enum QueryRemarkKind
{
    /// <summary>A quotation mark without a partner was read as a blank.</summary>
    QuotationMark,

    /// <summary>A bracket without a partner was closed at the end, or read as a blank.</summary>
    Bracket,

    /// <summary>OR or NOT without words beside it was left out.</summary>
    Operator,

    /// <summary>A date that is none was read as words.</summary>
    Date,

    /// <summary>The text is a sentence: its quotation marks, bars and brackets were read as part of it.</summary>
    Sentence,

    /// <summary>The text was too long; what is beyond <see cref="SearchQuery.MaxTextLength"/> was left out.</summary>
    Length,
}

/// <summary>Something to tell the writer of a query.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Text">The sign or words it happened to.</param>
public sealed record QueryRemark(QueryRemarkKind Kind, string Text);
