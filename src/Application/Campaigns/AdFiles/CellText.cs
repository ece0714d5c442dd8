namespace AmoCrmQualification.Application.Campaigns.AdFiles;

/// <summary>The text of a cell without invisible characters.</summary>
internal static class CellText
{
    /// <summary>Takes off the signs by which spreadsheets keep a text a text: <c>="120210"</c>, <c>'120210</c>.</summary>
    public static SpendCell? Clean(string cell)
    {
        cell = Invisible.Without(cell);
        if (cell is ['=', '"', .., '"'] and not "=\"")
            cell = cell[2..^1].Trim();
        else if (cell is ['\'', ..])
            cell = cell[1..].Trim();
        return cell is "" or "-" or "–" or "—" or "--" ? null : new SpendCell(cell);
    }
}
