using System.Text.RegularExpressions;
using Mono.Cecil;

namespace KnowledgeBase.HouseRules.Tests;

/// <summary>A type that somebody wrote, as opposed to what compiler, Razor and source generators make.</summary>
sealed partial record WrittenType(Project Project, TypeDefinition Type)
{
    static readonly string[] Marks = ["CompilerGeneratedAttribute", "GeneratedCodeAttribute"];

    /// <summary>Its name as in the source: <c>Outer.Inner</c>, without arity.</summary>
    public string Name => Arity().Replace(Type.FullName, "").Replace('/', '.');

    /// <summary>The last word of its name: <c>Finder</c> of <c>QuoteFinder</c>.</summary>
    public string LastWord => Words().Matches(Arity().Replace(Type.Name, "")).Select(match => match.Value).LastOrDefault("");

    /// <summary>True when a person wrote it. Generated types stand outside the project's namespace, carry a mark, or have a name that C# can't spell.</summary>
    public static bool IsWritten(TypeDefinition type, string project)
    {
        TypeDefinition outermost = type;
        for (; outermost.DeclaringType is not null; outermost = outermost.DeclaringType)
        {
            if (IsGenerated(outermost))
                return false;
        }
        return !IsGenerated(outermost) && (outermost.Namespace == project || outermost.Namespace.StartsWith(project + ".", StringComparison.Ordinal));
    }

    /// <summary>The type and its bases, as far as they were written under <c>src</c>.</summary>
    public IEnumerable<TypeDefinition> Ancestors()
    {
        for (TypeDefinition? type = Type; type is not null; type = Find(type.BaseType))
            yield return type;
    }

    /// <summary>The definition of a type written under <c>src</c>; null for those of the framework and of packages.</summary>
    public static TypeDefinition? Find(TypeReference? reference) =>
        reference is null ? null : House.Types.FirstOrDefault(written => written.Type.FullName == reference.GetElementType().FullName)?.Type;

    static bool IsGenerated(TypeDefinition type) =>
        type.Name.StartsWith('<') || type.CustomAttributes.Any(attribute => Marks.Contains(attribute.AttributeType.Name));

    [GeneratedRegex("`[0-9]+")]
    private static partial Regex Arity();

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z][a-z]*|[0-9]+")]
    private static partial Regex Words();
}
