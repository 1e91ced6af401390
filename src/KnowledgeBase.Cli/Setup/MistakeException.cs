namespace KnowledgeBase.Cli.Setup;

/// <summary>The operator asked for something that can't be done; the message says why and what to do.</summary>
sealed class MistakeException(string message, Exception? inner = null) : Exception(message, inner);
