using System.Collections.Immutable;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Web.Syndication;

/// <summary>The newest articles of a search, in any format.</summary>
/// <param name="Title">What is followed.</param>
/// <param name="Description">The same in a sentence.</param>
/// <param name="Page">The address of the search page.</param>
/// <param name="Self">The address of the feed.</param>
/// <param name="Language">The reader's language; entries can be in others.</param>
/// <param name="UpdatedAt">When it last changed; the same for as long as the entries are.</param>
/// <param name="Entries">The entries, newest first.</param>
sealed record Feed(string Title, string Description, string Page, string Self, Language Language, DateTimeOffset UpdatedAt, ImmutableArray<FeedEntry> Entries);

/// <summary>An article in a feed.</summary>
/// <param name="Id">A name for it that never changes.</param>
/// <param name="Address">The address of its page.</param>
/// <param name="Title">The headline.</param>
/// <param name="Summary">A sentence or two; empty where the publisher lets only the headline be shown.</param>
/// <param name="Author">The publisher.</param>
/// <param name="Language">The language it is written in.</param>
/// <param name="PublishedAt">When it was published; midnight UTC where only the day is known; null when it is not known.</param>
/// <param name="Categories">Its topics and cities, by name.</param>
sealed record FeedEntry(
    string Id, string Address, string Title, string Summary, string Author, Language Language, DateTimeOffset? PublishedAt, ImmutableArray<string> Categories);
