namespace KnowledgeBase.Search.Embedded;

/// <summary>Counts places where several words stand near one another, in any order.</summary>
static class Clusters
{
    /// <summary>How many stretches without overlap hold one position of each list and are no longer than a span (last minus first position).</summary>
    public static int Count(int[][] positions, int span)
    {
        int[] next = new int[positions.Length];
        int count = 0;
        while (true)
        {
            int first = 0;
            int last = int.MinValue;
            for (int i = 0; i < positions.Length; i++)
            {
                if (next[i] >= positions[i].Length)
                    return count;
                if (positions[i][next[i]] < positions[first][next[first]])
                    first = i;
                last = Math.Max(last, positions[i][next[i]]);
            }
            bool isNear = last - positions[first][next[first]] <= span && AreApart(positions, next);
            if (!isNear)
            {
                next[first]++;
                continue;
            }
            count++;
            for (int i = 0; i < positions.Length; i++)
            {
                while (next[i] < positions[i].Length && positions[i][next[i]] <= last)
                    next[i]++;
            }
        }
    }

    // A word asked for twice must stand there twice.
    static bool AreApart(int[][] positions, int[] next)
    {
        for (int i = 1; i < positions.Length; i++)
        {
            for (int other = 0; other < i; other++)
            {
                if (positions[i][next[i]] == positions[other][next[other]])
                    return false;
            }
        }
        return true;
    }
}
