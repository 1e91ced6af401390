using System.Collections.Immutable;
using System.Globalization;
using AngleSharp.Dom;

namespace KnowledgeBase.Reading.Stories;

/// <summary>A table that says something by its rows and columns, as opposed to one that only places things on a page.</summary>
sealed record DataTable(ImmutableArray<DataTable.Row> Rows)
{
    /// <summary>A cell with more is a column of a page. A guess, not yet measured.</summary>
    const int MaxCellCharacters = 600;

    /// <summary>A cell reaches over no more rows and moves others no further: HTML allows 65,534 rows and 1,000 columns, the tables of 621 real pages have up to 13 and 21.</summary>
    const int MaxSpannedRows = 200, MaxColumns = 30;

    /// <summary>The table as data, or null when it only places things.</summary>
    public static DataTable? Find(IElement table)
    {
        if (table.QuerySelector("table, h1, h2, h3, article, section, form") is not null)
            return null;
        ImmutableArray<Row> rows = ReadRows(table.QuerySelectorAll("tr"));
        bool isData = rows.Length >= 2 && rows.Any(row => row.Cells.Length >= 2)
            && rows.All(row => row.Cells.All(cell => cell.Element is null || cell.IsSaidAgain || cell.Element.TextContent.Length <= MaxCellCharacters));
        return isData ? new(rows) : null;
    }

    static ImmutableArray<Row> ReadRows(IEnumerable<IElement> elements)
    {
        var rows = ImmutableArray.CreateBuilder<Row>();
        var reaching = new SortedDictionary<int, (IElement? Cell, int Rows)>();
        INode? group = null;
        foreach (IElement element in elements)
        {
            // No cell reaches out of its group of rows.
            if (element.Parent != group)
                reaching.Clear();
            group = element.Parent;
            ImmutableArray<IElement> own = [.. element.Children.Where(cell => cell.LocalName is "td" or "th")];
            ImmutableArray<Cell> cells = Place(own, reaching);
            if (own.Length > 0)
                rows.Add(new(cells, own.All(cell => cell.LocalName == "th")));
        }
        return rows.ToImmutable();
    }

    /// <summary>The cells of a row by columns.</summary>
    /// <param name="own">The cells written in the row itself.</param>
    /// <param name="reaching">By column, what reaches into the row from above, and into how many rows from this one on; afterwards the same for the next row.</param>
    static ImmutableArray<Cell> Place(ImmutableArray<IElement> own, SortedDictionary<int, (IElement? Cell, int Rows)> reaching)
    {
        var row = new SortedDictionary<int, Cell>();
        foreach ((int column, (IElement? cell, int rows)) in reaching.ToArray())
        {
            row.Add(column, new(cell, IsSaidAgain: true));
            reaching.Remove(column);
            if (rows > 1)
                reaching.Add(column, (cell, rows - 1));
        }
        int next = 0;
        foreach (IElement cell in own)
        {
            while (row.ContainsKey(next))
                next++;
            int rows = SpanOf(cell, "rowspan", MaxSpannedRows, MaxSpannedRows);
            int end = Math.Max(next + 1, Math.Min(MaxColumns, next + SpanOf(cell, "colspan", 1, MaxColumns)));
            for (int first = next; next < end; next++)
            {
                IElement? words = next == first ? cell : null;
                row.TryAdd(next, new(words, IsSaidAgain: false));
                if (rows > 1 && next < MaxColumns)
                    reaching[next] = (words, rows - 1);
            }
        }
        int columns = row.LastOrDefault(placed => placed.Value.Element is not null).Key + 1;
        return [.. Enumerable.Range(0, columns).Select(column => row.GetValueOrDefault(column))];
    }

    /// <summary>Over how many rows or columns a cell reaches, read as browsers do: the digits in front count.</summary>
    static int SpanOf(IElement cell, string name, int forNone, int most)
    {
        ReadOnlySpan<char> told = (cell.GetAttribute(name) ?? "1").AsSpan().TrimStart();
        int end = told.IndexOfAnyExceptInRange('0', '9');
        ReadOnlySpan<char> digits = end < 0 ? told : told[..end];
        if (digits.IsEmpty)
            return 1;
        int span = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? Math.Min(number, most) : most;
        return span == 0 ? forNone : span;
    }

    /// <summary>A row.</summary>
    /// <param name="Cells">Its cells by columns. A cell that reaches over several rows stands in each of them, one that reaches over several columns in the first.</param>
    /// <param name="IsHead">True when it names the columns.</param>
    public sealed record Row(ImmutableArray<Cell> Cells, bool IsHead);

    /// <summary>What stands in one row and column.</summary>
    /// <param name="Element">Its words; null where its neighbour reaches over, or nothing is.</param>
    /// <param name="IsSaidAgain">True when it was written in a row above and reaches down to this.</param>
    public readonly record struct Cell(IElement? Element, bool IsSaidAgain);
}
