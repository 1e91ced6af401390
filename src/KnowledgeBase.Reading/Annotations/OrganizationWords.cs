using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>The words by which more than one class finds the names of organisations, each list built once.</summary>
sealed class OrganizationWords(LanguageRules rules, HanVariants variants)
{
    /// <summary>What stands between the names of a list (、, 与).</summary>
    public WordList ListJoints { get; } = new(rules.Organizations.ListJoints, variants);

    /// <summary>What companies do with each other (签约).</summary>
    public WordList PartnerVerbs { get; } = new(rules.Organizations.PartnerVerbs, variants);

    /// <summary>Words between a name and what belongs to it (的).</summary>
    public WordList Possessives { get; } = new(rules.Organizations.Possessives, variants);

    /// <summary>Nouns before a name that say what the company is (企业).</summary>
    public WordList Descriptions { get; } = new(rules.Organizations.Descriptions, variants);

    /// <summary>What companies trade in (车灯).</summary>
    public WordList Trades { get; } = new(rules.Organizations.Trades.Concat(rules.Organizations.Trades.IsEmpty ? [] : rules.CityOrganizationTails), variants);

    /// <summary>Nouns behind the name of a province or city (省).</summary>
    public WordList ProvinceTails { get; } = new(rules.Organizations.ProvinceTails, variants);

    /// <summary>Places in brackets that make another company of a company.</summary>
    public WordList BranchPlaces { get; } = new(rules.Organizations.BranchPlaces, variants);

    /// <summary>On what the name of a city ends (市).</summary>
    public WordList CityEndings { get; } = new(rules.CityEndings, variants);

    /// <summary>Family names, where a person is told by them.</summary>
    public WordList Surnames { get; } = new(rules.Surnames, variants);

    /// <summary>Words between a subject and its verb (日前).</summary>
    public WordList Adverbs { get; } = new(rules.Adverbs, variants);
}
