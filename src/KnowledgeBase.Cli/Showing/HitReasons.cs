using KnowledgeBase.Search;

namespace KnowledgeBase.Cli.Showing;

/// <summary>Says in a line why a hit was found.</summary>
static class HitReasons
{
    public static string Of(MatchReason reason, Names names) => (reason.Kind switch
    {
        MatchReasonKind.Word => $"it says \"{reason.Found}\"",
        MatchReasonKind.OtherForm => $"\"{reason.Found}\" is another form of \"{reason.Asked}\"",
        MatchReasonKind.Variant => $"\"{reason.Found}\" is \"{reason.Asked}\" in other characters",
        MatchReasonKind.PartOfWord => $"\"{reason.Asked}\" is part of \"{reason.Found}\"",
        MatchReasonKind.Beginning => $"\"{reason.Found}\" begins with \"{reason.Asked}\"",
        MatchReasonKind.Translation => $"\"{reason.Found}\" is \"{reason.Asked}\" in translation or by another name",
        MatchReasonKind.Value => $"{names.Of(reason.Facet!)}: {names.Of(reason.Facet!, reason.Found)}",
        _ => $"it does not say \"{reason.Asked}\"",
    }) + (reason.IsInHeadline ? " (in the headline)" : "");
}
