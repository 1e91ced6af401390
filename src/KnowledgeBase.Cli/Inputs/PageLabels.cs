namespace KnowledgeBase.Cli.Inputs;

/// <summary>What the operator says of a page that comes without the answer of a server.</summary>
/// <param name="Url">Its address; null for none.</param>
/// <param name="PublisherId">The id of its publisher; null for none.</param>
/// <param name="ContentType">The Content-Type a server would send; null leaves the encoding to the page itself.</param>
sealed record PageLabels(string? Url, string? PublisherId, string? ContentType);
