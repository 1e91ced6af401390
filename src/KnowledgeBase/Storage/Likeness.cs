namespace KnowledgeBase.Storage;

/// <summary>What a page is like.</summary>
/// <param name="Fingerprint">Its text in 64 bits, close for texts that are close; null when it has too little text.</param>
/// <param name="Numbers">The numbers its text names, in their order, as one hash: the same text with other numbers is another story. Null when it has too little text.</param>
/// <param name="TwinUrl">The address of a page of the same host that says the same; null when there is none.</param>
public sealed record Likeness(long? Fingerprint, long? Numbers, string? TwinUrl);

/// <summary>What a stored page is like.</summary>
public sealed class KnownLikeness
{
    /// <summary>Its address.</summary>
    public string Url { get; set; } = "";

    /// <summary>The hash of its body, as <see cref="PageStore.HashOf"/> gives it.</summary>
    public string BodyHash { get; set; } = "";

    /// <summary>Its fingerprint; null when it has too little text.</summary>
    public long? Fingerprint { get; set; }
}
