using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>Collects the names an English article introduces, so that a surname or pronoun later on can be resolved to one.</summary>
sealed class EnglishNameBook(LanguageRules rules)
{
    readonly EnglishWords _words = new(rules);
    readonly EnglishTokens _tokens = new(rules);

    /// <summary>The names of an article.</summary>
    public EnglishArticleNames Open(string text, IReadOnlyList<Quotation> quotations)
    {
        List<NamedPerson> people = [];
        int next = 0;
        foreach (TextSpan paragraph in Paragraphs.Of(text))
        {
            Collect(text, _tokens.Cut(text, paragraph, quotations, next), people);
            while (next < quotations.Count && quotations[next].Outer.Start < paragraph.End)
                next++;
        }
        return new(_words, text, people);
    }

    /// <summary>Names between quotation marks are left out: speakers seldom speak of themselves.</summary>
    void Collect(string text, List<Token> tokens, List<NamedPerson> people)
    {
        var posts = new EnglishPosts(_words, tokens);
        for (int i = 0; i < tokens.Count; i++)
        {
            int end = EndOfName(tokens, i);
            int start = i;
            while (start < end && _words.IsTitle(tokens[start]))
                start++;
            // Example Council Chairman NAME: what stands before the post is no name of a person.
            for (int post = end - 3; post > start; post--)
            {
                if (_words.IsTitle(tokens[post]) && _words.IsPost(tokens[post].Text))
                    start = post + 1;
            }
            if (start < end && !_words.IsOrganizationEnding(tokens[end - 1]))
            {
                var person = NamedPerson.Of(text, TextSpan.Between(tokens[start].Span.Start, tokens[end - 1].Span.End), start > i ? tokens[start - 1].Text : "", RoleOf(tokens, i));
                people.Add(end - start > 1 ? person with { Description = posts.Describe(new(NamingKind.Name, start, end)) } : person);
            }
            i = Math.Max(i, end - 1);
        }
    }

    int EndOfName(List<Token> tokens, int start)
    {
        int end = start;
        while (end < tokens.Count && (_words.IsNamePart(tokens[end]) || (end > start && _words.IsParticle(tokens[end]))) && (end == start || !tokens[end - 1].IsPossessive))
            end++;
        while (end > start && !tokens[end - 1].IsCapitalized)
            end--;
        return end;
    }

    NameRole RoleOf(List<Token> tokens, int start)
    {
        if (start == 0 || !tokens[start - 1].IsWord)
            return NameRole.Subject;
        return _words.IsPreposition(tokens[start - 1]) ? NameRole.Governed : NameRole.Other;
    }
}
