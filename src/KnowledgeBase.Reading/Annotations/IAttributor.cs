namespace KnowledgeBase.Reading.Annotations;

/// <summary>Finds the speakers of quotations by the grammar of one language.</summary>
interface IAttributor
{
    /// <summary>For each quotation who is named as its speaker; null where the text does not tell.</summary>
    Attribution?[] Attribute(string text, IReadOnlyList<Quotation> quotations);
}
