namespace KnowledgeBase.Reading.Annotations;

/// <summary>The names one English article introduces.</summary>
sealed class EnglishArticleNames(EnglishWords words, string text, List<NamedPerson> people) : IArticleNames
{
    /// <summary>How far back a pronoun looks, in letters: about three paragraphs (a guess).</summary>
    const int Reach = 1500;

    readonly ILookup<string, NamedPerson> _fullBySurname = people.Where(person => person.IsFull).ToLookup(person => person.Surname, StringComparer.Ordinal);

    readonly ILookup<string, NamedPerson> _fullByFirstName = people.Where(person => person.IsFull).ToLookup(person => person.GivenName, StringComparer.Ordinal);

    // Who was she before is not he now.
    readonly Dictionary<string, string> _pronouns = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string? Resolve(Attribution attribution, string? lastSpeaker) => attribution.Kind switch
    {
        NamingKind.Name => FullNameOf(NamedPerson.WithoutPossessive(attribution.Named.In(text)), attribution.Named.Start),
        NamingKind.Pronoun => FindAntecedent(attribution.Named.In(text), attribution.Named.Start, lastSpeaker),
        NamingKind.Noun => FindHolder(attribution.Named.In(text), attribution.Named.Start),
        _ => null,
    };

    /// <inheritdoc/>
    public Introduction? FindIntroduction(string name) =>
        people.Find(person => person.Name == name && person.Description.Post is not null) is { Description: ({ } post, var organization) } ? new(post, organization, -1) : null;

    /// <summary>The full name with this surname, the last one introduced before; the name itself when there is none.</summary>
    string FullNameOf(string name, int position)
    {
        if (name.Contains(' '))
            return name;
        // Chinese names begin with the family name, and some people are called by the first one.
        IEnumerable<NamedPerson> namesakes = _fullBySurname.Contains(name) ? _fullBySurname[name] : _fullByFirstName[name];
        return (namesakes.LastOrDefault(person => person.Position <= position) ?? namesakes.FirstOrDefault())?.Name ?? name;
    }

    /// <summary>The minister, Japan's industry minister: of the people named before the only one with that post; null when there is none, or several of them.</summary>
    string? FindHolder(string noun, int position)
    {
        string[] parts = noun.Split(' ');
        int of = Array.FindIndex(parts, words.IsPreposition);
        string[] post = of > 0 ? parts[..of] : parts;
        if (post.Length < 2 || !(words.IsDefinite(post[0]) || post.Any(part => NamedPerson.WithoutPossessive(part) != part)))
            return null;
        NamedPerson[] holders = [.. people.Where(person => person.IsFull && person.Position < position && IsHolder(person.Description, post)).DistinctBy(person => person.Name)];
        if (holders.Length > 1)
            holders = [.. holders.Where(person => post[1..].All(word => Mentions(person.Description, word)))];
        return holders.Length == 1 ? holders[0].Name : null;
    }

    /// <summary>The same post, with the words that make another one of it: the minister can be the industry minister, but not the vice minister; Japan's minister is not China's.</summary>
    bool IsHolder((string? Post, string? Organization) description, string[] noun) =>
        LastWordOf(description.Post).Equals(noun[^1], StringComparison.OrdinalIgnoreCase)
        && !description.Post!.Split(' ').Any(word => words.IsDeputyWord(word) && !noun.Contains(word, StringComparer.OrdinalIgnoreCase))
        && noun[..^1].Select(NamedPerson.WithoutPossessive).All(word => words.IsDefinite(word) || !(char.IsUpper(word[0]) || words.IsPostModifier(word)) || Mentions(description, word));

    static bool Mentions((string? Post, string? Organization) description, string word) => $" {description.Post} {description.Organization} ".Contains($" {word} ", StringComparison.OrdinalIgnoreCase);

    static string LastWordOf(string? post) => post is null ? "" : post[(post.LastIndexOf(' ') + 1)..];

    /// <summary>The best of the people named shortly before, by sex, by part in the sentence and by nearness.</summary>
    string? FindAntecedent(string pronoun, int position, string? lastSpeaker)
    {
        string? best = null;
        double most = double.MinValue;
        int last = people.FindLastIndex(person => person.Position < position);
        for (int i = last; i >= 0 && position - people[i].Position < Reach; i--)
        {
            string name = FullNameOf(people[i].Name, position);
            double score = ScoreOf(people[i], name, pronoun, position) + (name == lastSpeaker ? 2 : 0);
            if (score > most)
                (best, most) = (name, score);
        }
        if (best is not null)
            _pronouns.TryAdd(best, pronoun);
        return best ?? lastSpeaker;
    }

    double ScoreOf(NamedPerson person, string name, string pronoun, int position)
    {
        double score = -(position - person.Position) / 200.0;
        score += person.Role switch { NameRole.Subject => 2, NameRole.Governed => -1, _ => 0 };
        score += name.Contains(' ') ? 1 : -2;
        score += person.Title.Length > 0 ? 1 : 0;
        return score - (words.Disagree(pronoun, person.Title, name.Split(' ')[0]) || words.Disagree(pronoun, _pronouns.GetValueOrDefault(name, ""), "") ? 6 : 0);
    }
}
