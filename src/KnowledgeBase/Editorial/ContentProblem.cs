namespace KnowledgeBase.Editorial;

/// <summary>A mistake in a file under <c>content/</c>.</summary>
/// <param name="File">The file, relative to the content folder, with forward slashes.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record ContentProblem(string File, int Line, string Message)
{
    /// <summary>The problem as compilers write it: <c>file:line: message</c>.</summary>
    public override string ToString() => $"{File}:{Line}: {Message}";
}
