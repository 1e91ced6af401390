using Mono.Cecil;

namespace KnowledgeBase.HouseRules.Tests;

public class TypeTests
{
    [Fact]
    public void An_interface_has_two_implementations_or_is_a_class() =>
        House.HasNo(
            from written in House.Types
            where written.Type.IsInterface
            let implementations = House.Types.Where(type => Implements(type, written.Type)).Select(type => type.Name).ToList()
            where implementations.Count < 2
            select $"{written.Name}: {(implementations.Count == 0 ? "nothing implements it" : $"only {implementations[0]} implements it")}",
            "Tests need no interface of their own: use the class, and a fake at the edge.");

    [Fact]
    public void No_static_field_can_be_written() =>
        House.HasNo(
            from written in House.Types
            from field in written.Type.Fields
                // "<>9" and its like are what the compiler remembers for itself; "<Name>k__BackingField" is a property of ours.
            where field is { IsStatic: true, IsInitOnly: false, IsLiteral: false } && !field.Name.StartsWith("<>", StringComparison.Ordinal)
            select $"{written.Name}.{PropertyOf(field.Name)}",
            "Two runs in one process would share it: make it readonly, or a field of an object that is handed on.");

    [Fact]
    public void A_class_is_sealed_abstract_or_static() =>
        House.HasNo(
            from written in House.Types
            where written.Type is { IsClass: true, IsValueType: false, IsSealed: false, IsAbstract: false }
            select written.Name,
            "Nobody planned for somebody to inherit from it: seal it.");

    static bool Implements(WrittenType type, TypeDefinition contract) =>
        type.Type is { IsInterface: false, IsAbstract: false } && type.Ancestors().Any(ancestor =>
            ancestor.Interfaces.Any(implemented => implemented.InterfaceType.GetElementType().FullName == contract.FullName));

    static string PropertyOf(string field) => field.StartsWith('<') ? field[1..field.IndexOf('>')] : field;
}
