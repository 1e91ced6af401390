namespace KnowledgeBase.Web.Syndication;

/// <summary>A way to write a feed.</summary>
interface IFeedFormat
{
    /// <summary>Its name, the same in every language.</summary>
    string Name { get; }

    /// <summary>What an address ends in.</summary>
    string Extension { get; }

    /// <summary>Its media type.</summary>
    string MediaType { get; }

    /// <summary>Writes a feed.</summary>
    byte[] Write(Feed feed);
}
