using Mono.Cecil;

namespace KnowledgeBase.HouseRules.Tests;

public class PublicTypeTests
{
    [Fact]
    public void A_public_type_is_used_by_another_project()
    {
        HashSet<string> used = UsedFromOutside();
        House.HasNo(
            from written in House.Types
            where written.Type.IsPublic && !used.Contains(written.Type.FullName)
            select written.Name,
            "public means that another project under src uses it: leave the word out. Tests see internal types.");
    }

    // From the types that other projects name, on through whatever the signatures of those show: a caller meets these too.
    static HashSet<string> UsedFromOutside()
    {
        var used = new HashSet<string>();
        var toVisit = new Queue<TypeDefinition>(House.Projects.SelectMany(NamedBy).Concat(OnlyConstants()));
        while (toVisit.TryDequeue(out TypeDefinition? type))
        {
            if (!used.Add(type.FullName))
                continue;
            foreach (TypeDefinition next in Shown(type).SelectMany(Parts).Select(WrittenType.Find).OfType<TypeDefinition>())
                toVisit.Enqueue(next);
        }
        return used;
    }

    static IEnumerable<TypeDefinition> NamedBy(Project project) => project.Module.GetTypeReferences().Select(WrittenType.Find).OfType<TypeDefinition>();

    // The compiler copies a constant and forgets where it came from, so the sources are asked for a type that has nothing else.
    static IEnumerable<TypeDefinition> OnlyConstants() =>
        from written in House.Types
        where written.Type.IsPublic && written.Type.Fields.Any(field => field.IsLiteral) && written.Type.Fields.All(field => field.IsLiteral || field.IsSpecialName)
        where House.Files("src").Any(file => file.IsCode && file.Folders[1] != written.Project.Name && file.Lines().Any(line => line.Contains(written.Type.Name + ".", StringComparison.Ordinal)))
        select written.Type;

    static IEnumerable<TypeReference?> Shown(TypeDefinition type) =>
    [
        type.BaseType,
        type.DeclaringType,
        .. type.Interfaces.Select(implemented => implemented.InterfaceType),
        .. type.NestedTypes.Where(nested => nested.IsNestedPublic),
        .. type.GenericParameters.SelectMany(Constraints),
        .. type.Fields.Where(field => field.IsPublic || field.IsFamily).Select(field => field.FieldType),
        .. type.Methods.Where(method => method.IsPublic || method.IsFamily).SelectMany(Signature),
    ];

    static IEnumerable<TypeReference> Signature(MethodDefinition method) =>
        [method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType), .. method.GenericParameters.SelectMany(Constraints)];

    static IEnumerable<TypeReference> Constraints(GenericParameter parameter) => parameter.Constraints.Select(constraint => constraint.ConstraintType);

    // Task<ImmutableArray<Hit>> shows a Hit.
    static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null => [],
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification specification => Parts(specification.ElementType),
        _ => [type],
    };
}
