using System.Collections.Immutable;
using AngleSharp.Dom;

namespace KnowledgeBase.Reading.Stories;

/// <summary>A table that says something by its rows and columns, as opposed to one that only places things on a page.</summary>
sealed record DataTable(ImmutableArray<DataTable.Row> Rows)
{
    /// <summary>A cell with more is a column of a page. A guess, not yet measured.</summary>
    const int MaxCellCharacters = 600;

    /// <summary>The table as data, or null when it only places things.</summary>
    public static DataTable? Find(IElement table)
    {
        if (table.QuerySelector("table, h1, h2, h3, article, section, form") is not null)
            return null;
        ImmutableArray<Row> rows = [.. table.QuerySelectorAll("tr").Select(ReadRow).Where(row => row.Cells.Length > 0)];
        bool isData = rows.Length >= 2 && rows.Any(row => row.Cells.Length >= 2)
            && rows.All(row => row.Cells.All(cell => cell.TextContent.Length <= MaxCellCharacters));
        return isData ? new(rows) : null;
    }

    static Row ReadRow(IElement row)
    {
        ImmutableArray<IElement> cells = [.. row.Children.Where(cell => cell.LocalName is "td" or "th")];
        return new(cells, cells.Length > 0 && cells.All(cell => cell.LocalName == "th"));
    }

    /// <summary>A row.</summary>
    /// <param name="Cells">Its cells.</param>
    /// <param name="IsHead">True when it names the columns.</param>
    public sealed record Row(ImmutableArray<IElement> Cells, bool IsHead);
}
