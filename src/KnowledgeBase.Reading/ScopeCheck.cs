using System.Collections.Frozen;
using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Reading.Annotations;

namespace KnowledgeBase.Reading;

/// <summary>Decides whether an article is what this knowledge base is about, by the rule of <c>content/scope.yml</c>.</summary>
sealed class ScopeCheck
{
    readonly ScopeRule? _rule;
    readonly HanVariants _variants;
    readonly FrozenDictionary<string, string> _countries;
    readonly FrozenDictionary<(string Name, Language Language), PhraseTrie<bool>> _words;

    public ScopeCheck(ContentFolder content)
    {
        (_rule, _variants) = (content.Scope, content.HanVariants);
        _countries = content.Vocabulary.Cities.Select(city => (Key: KeyOf(MentionKind.City, city.Id), Country: city.Country))
            .Concat(content.Vocabulary.Organizations.Where(organization => organization.Country is not null).Select(organization => (Key: KeyOf(MentionKind.Organization, organization.Id), Country: organization.Country!)))
            .ToFrozenDictionary(pair => pair.Key, pair => pair.Country, StringComparer.Ordinal);
        _words = Language.All.SelectMany(language => (_rule?.Parties ?? []).Select(party => (party.Name, language, Words: party.Words[language]))
                .Append((Name: "economy", language, Words: _rule?.EconomyWords.GetValueOrDefault(language, []) ?? [])))
            .ToFrozenDictionary(words => (words.Name, words.language), words => Build(words.Words));
    }

    /// <summary>Why the article is out of scope, in one line; null when it is in scope.</summary>
    public string? FindReason(Language language, string headline, string body, AnnotatedBody found, Publisher? publisher)
    {
        if (_rule is null)
            return null;
        int lead = TopicStrengths.EndOfFirstParagraph(body);
        foreach (ScopeParty party in _rule.Parties)
        {
            int mentions = CountOf(party.Name, language, headline) * _rule.HeadlineWeight + CountOf(party.Name, language, body[..lead]) * _rule.LeadWeight + CountOf(party.Name, language, body[lead..])
                + found.Mentions.Where(mention => mention.Role != MentionRole.Dateline && _countries.GetValueOrDefault(KeyOf(mention.Kind, mention.Id)) == party.Country)
                    .Sum(mention => mention.Span.Start < lead ? _rule.LeadWeight : 1)
                + (publisher?.Country == party.Country ? 1 : 0);
            if (mentions < _rule.LeastMentions)
                return $"it is out of scope: it speaks of {party.Name} {Times(mentions)}, and {_rule.LeastMentions} mentions are the least";
        }
        bool isEconomy = found.Topics.Any(topic => !_rule.NotEconomy.Contains(topic))
            || CountOf("economy", language, $"{headline}\n{body}") >= _rule.LeastEconomyWords;
        return isEconomy ? null : "it is out of scope: it is about no matter of the economy";
    }

    int CountOf(string name, Language language, string text)
    {
        string folded = FoldedText.WithoutCase(text, _variants);
        PhraseTrie<bool> words = _words[(name, language)];
        int count = 0;
        for (int i = 0; i < folded.Length;)
        {
            int length = words.FindLongest(folded, i).Length;
            count += length > 0 ? 1 : 0;
            i += Math.Max(length, 1);
        }
        return count;
    }

    PhraseTrie<bool> Build(ImmutableArray<string> words)
    {
        var trie = new PhraseTrie<bool>();
        foreach (string word in words)
            trie.Add(FoldedText.WithoutCase(word, _variants), true);
        return trie;
    }

    static string Times(int mentions) => mentions switch { 0 => "nowhere", 1 => "once", _ => $"{mentions} times" };

    static string KeyOf(MentionKind kind, string? id) => $"{kind}:{id}";
}
