namespace KnowledgeBase.Crawling.Robots;

/// <summary>Reads the names by which robots.txt addresses robots (RFC 9309, 2.2.1).</summary>
static class RobotsName
{
    /// <summary>The name at the beginning of what a line says: "KnowledgeBaseBot/1.0 (news)" names the product before the slash.</summary>
    /// <remarks>The standard knows letters, hyphen and underscore; digits are taken too, since robots are called "360Spider".</remarks>
    public static ReadOnlySpan<char> ProductOf(ReadOnlySpan<char> agent)
    {
        int length = 0;
        while (length < agent.Length && (char.IsAsciiLetterOrDigit(agent[length]) || agent[length] is '-' or '_'))
            length++;
        return agent[..length];
    }

    /// <summary>True when a robot can be addressed by this name, and by nothing less: a name with a space or a star in it would be cut there.</summary>
    public static bool IsValid(string name) => name.Length > 0 && ProductOf(name).Length == name.Length;
}
