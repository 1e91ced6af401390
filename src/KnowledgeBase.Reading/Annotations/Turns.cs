namespace KnowledgeBase.Reading.Annotations;

/// <summary>What finding the turns of a dialogue is made of in every language.</summary>
static class Turns
{
    /// <summary>The quotations of a text and its turns, in the order of their positions; what is quoted within a turn belongs to it.</summary>
    /// <param name="quotations">Words between quotation marks, in their order.</param>
    /// <param name="turns">Words behind labels, in their order.</param>
    public static List<Quotation> Join(List<Quotation> quotations, List<Quotation> turns)
    {
        if (turns.Count == 0)
            return quotations;
        int turn = 0;
        List<Quotation> joined = [.. turns];
        foreach (Quotation quotation in quotations)
        {
            while (turn < turns.Count && turns[turn].Outer.End <= quotation.Outer.Start)
                turn++;
            if (turn == turns.Count || quotation.Outer.End <= turns[turn].Outer.Start)
                joined.Add(quotation);
        }
        joined.Sort((one, other) => one.Outer.Start.CompareTo(other.Outer.Start));
        return joined;
    }
}
