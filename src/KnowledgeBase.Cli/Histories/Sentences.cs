using System.Text.RegularExpressions;

namespace KnowledgeBase.Cli.Histories;

/// <summary>Cuts a text into sentences and paragraphs, so that a change is shown where it is and not as a whole paragraph.</summary>
static partial class Sentences
{
    /// <summary>The text with each sentence on a line of its own.</summary>
    public static string OnLines(string text) =>
        string.Join('\n', End().Split(text).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0));

    // After a full stop of Chinese or Japanese, with the quotation mark that closes it; after one of English when a space and no small letter follows; at each new line.
    [GeneratedRegex("""(?<=[。！？][”’」』）]?)(?![”’」』）。！？])|(?<=[.!?]["”’)]?)\s+(?=[^\p{Ll}\s])|\n+""", RegexOptions.CultureInvariant)]
    private static partial Regex End();
}
