using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace KnowledgeBase.Editorial;

/// <summary>Opens a YAML text as a list of entries; a text that is not YAML is one problem, not an exception.</summary>
static class YamlFile
{
    /// <summary>The entries of a text that holds one mapping or a list of mappings.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="file">The name problems are reported under.</param>
    /// <param name="lineOffset">How many lines of the file stand before the text.</param>
    /// <param name="problems">Where mistakes are collected.</param>
    public static IReadOnlyList<YamlEntry> Read(string text, string file, int lineOffset, List<ContentProblem> problems)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            problems.Add(new(file, (int)e.Start.Line + lineOffset, $"This is not YAML: {e.Message}"));
            return [];
        }
        if (stream.Documents.Count == 0)
            return [];
        IEnumerable<YamlNode> nodes = stream.Documents[0].RootNode is YamlSequenceNode list ? list.Children : [stream.Documents[0].RootNode];
        List<YamlEntry> entries = [];
        foreach (YamlNode node in nodes)
        {
            if (node is YamlMappingNode mapping)
                entries.Add(new YamlEntry(mapping, file, lineOffset, problems));
            else if (node is not YamlScalarNode { Value: null or "" })
                problems.Add(new(file, (int)node.Start.Line + lineOffset, "An entry must have keys, such as 'id: …'."));
        }
        return entries;
    }
}
