using System.Collections.Immutable;
using System.Xml.Linq;
using Mono.Cecil;

namespace KnowledgeBase.HouseRules.Tests;

/// <summary>A project under <c>src</c>, as its file declares it and as it was built.</summary>
sealed class Project
{
    readonly XDocument _file;

    Project(string path)
    {
        Name = Path.GetFileNameWithoutExtension(path);
        _file = XDocument.Load(path);
        string assembly = _file.Descendants("AssemblyName").FirstOrDefault()?.Value ?? Name;
        string built = Path.Combine(AppContext.BaseDirectory, assembly + ".dll");
        if (!File.Exists(built))
            throw new FileNotFoundException($"{Name} is not beside the house rules: let KnowledgeBase.HouseRules.Tests.csproj refer to it.", built);
        Module = ModuleDefinition.ReadModule(built);
        Types = [.. Module.GetTypes().Where(type => WrittenType.IsWritten(type, Name)).Select(type => new WrittenType(this, type))];
    }

    /// <summary>What its file is called, and the first part of its namespaces.</summary>
    public string Name { get; }

    /// <summary>What the compiler made of it.</summary>
    public ModuleDefinition Module { get; }

    /// <summary>The types somebody wrote in it, nested ones too.</summary>
    public ImmutableArray<WrittenType> Types { get; }

    /// <summary>The projects it declares that it rests on.</summary>
    public IEnumerable<string> RestsOn => Declared("ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

    /// <summary>The packages it declares that it uses.</summary>
    public IEnumerable<string> Packages => Declared("PackageReference");

    /// <summary>The assemblies that its code really uses.</summary>
    public IEnumerable<string> Uses => Module.AssemblyReferences.Select(reference => reference.Name);

    /// <summary>Opens a project file and the assembly built from it.</summary>
    public static Project Open(string path) => new(path);

    /// <inheritdoc/>
    public override string ToString() => Name;

    IEnumerable<string> Declared(string kind) => _file.Descendants(kind).Select(element => (string?)element.Attribute("Include")).OfType<string>();
}
