namespace KnowledgeBase.Storage;

/// <summary>A page whose time has come.</summary>
/// <param name="Url">Its address.</param>
/// <param name="PublisherId">Its publisher.</param>
/// <param name="ETag">The ETag of the stored copy; null when there is none.</param>
/// <param name="LastModified">The Last-Modified of the stored copy, as sent; null when there is none.</param>
/// <param name="Failures">How often it failed since it last succeeded.</param>
public sealed record DuePage(string Url, string PublisherId, string? ETag, string? LastModified, int Failures)
{
    /// <summary>How often it was fetched or found unchanged.</summary>
    public int Fetches { get; init; }

    /// <summary>The hash of the stored copy, as <see cref="PageStore.HashOf"/> gives it; null when there is none.</summary>
    public string? BodyHash { get; init; }
}
