using System.Collections.Immutable;

namespace KnowledgeBase.Search.Queries;

/// <summary>Puts the signs of a query together.</summary>
sealed class QueryParser(List<QuerySign> signs, List<QueryRemark> remarks)
{
    int _at;

    /// <summary>The whole query; null when nothing is asked.</summary>
    public QueryPart? Parse()
    {
        List<QueryPart> parts = [];
        while (_at < signs.Count)
        {
            if (ParseAll() is { } part)
                parts.Add(part);
            if (_at < signs.Count)
                remarks.Add(new(QueryRemarkKind.Bracket, signs[_at++].Text));
        }
        return Join(parts.SelectMany(part => part is QueryPart.All(var inner) ? inner : [part]));
    }

    // Everything up to a closing bracket or the end.
    QueryPart? ParseAll()
    {
        List<QueryPart> parts = [];
        while (_at < signs.Count && signs[_at].Kind is not QuerySignKind.Close)
        {
            if (signs[_at].Kind == QuerySignKind.Or)
                remarks.Add(new(QueryRemarkKind.Operator, signs[_at++].Text));
            else if (ParseAny() is { } part)
                parts.Add(part);
        }
        return Join(parts);
    }

    QueryPart? ParseAny()
    {
        List<QueryPart> parts = [.. Found(ParseOne())];
        while (_at < signs.Count && signs[_at].Kind == QuerySignKind.Or)
        {
            QuerySign sign = signs[_at++];
            if (_at >= signs.Count || signs[_at].Kind is QuerySignKind.Or or QuerySignKind.Close)
                remarks.Add(new(QueryRemarkKind.Operator, sign.Text));
            else
                parts.AddRange(Found(ParseOne()));
        }
        return parts.Count > 1 ? new QueryPart.Any([.. parts]) : parts.FirstOrDefault();
    }

    QueryPart? ParseOne()
    {
        QuerySign sign = signs[_at++];
        switch (sign.Kind)
        {
            case QuerySignKind.Not:
                return ParseNot(sign);
            case QuerySignKind.Open:
                return ParseGroup(sign);
            case QuerySignKind.Field:
                return ParseField(sign);
            case QuerySignKind.Phrase:
                return new QueryPart.Phrase(sign.Text, sign.Between);
            case QuerySignKind.Beginning:
                return new QueryPart.Beginning(sign.Text);
            default:
                return new QueryPart.Words(sign.Text);
        }
    }

    QueryPart.Without? ParseNot(QuerySign sign)
    {
        if (_at < signs.Count && signs[_at].Kind is not (QuerySignKind.Close or QuerySignKind.Or))
            return ParseOne() is { } part ? new QueryPart.Without(part) : null;
        remarks.Add(new(QueryRemarkKind.Operator, sign.Text));
        return null;
    }

    QueryPart? ParseGroup(QuerySign sign)
    {
        QueryPart? group = ParseAll();
        if (_at < signs.Count)
            _at++;
        else
            remarks.Add(new(QueryRemarkKind.Bracket, sign.Text));
        return group;
    }

    QueryPart? ParseField(QuerySign sign)
    {
        if (_at >= signs.Count || signs[_at].Kind is QuerySignKind.Close or QuerySignKind.Or)
            return new QueryPart.Words(sign.Text);
        if (ParseOne() is not { } part)
            return null;
        if (QueryField.Of(sign.Text, part) is { } meant)
            return meant;
        remarks.Add(new(QueryRemarkKind.Date, $"{sign.Text}:{QueryField.TextOf(part)}"));
        return Join([new QueryPart.Words(sign.Text), part]);
    }

    static IEnumerable<QueryPart> Found(QueryPart? part) => part is null ? [] : [part];

    // Free words that follow one another are read together.
    static QueryPart? Join(IEnumerable<QueryPart> parts)
    {
        List<QueryPart> joined = [];
        foreach (QueryPart part in parts)
        {
            if (part is QueryPart.Words(var next) && joined.LastOrDefault() is QueryPart.Words(var last))
                joined[^1] = new QueryPart.Words($"{last} {next}");
            else
                joined.Add(part);
        }
        return joined.Count > 1 ? new QueryPart.All([.. joined.ToImmutableArray()]) : joined.FirstOrDefault();
    }
}
