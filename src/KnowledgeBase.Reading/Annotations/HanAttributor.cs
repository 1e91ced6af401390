namespace KnowledgeBase.Reading.Annotations;

sealed class HanAttributor : IAttributor
{
    public Attribution?[] Attribute(string text, IReadOnlyList<Quotation> quotations) => new Attribution?[quotations.Count];
}
