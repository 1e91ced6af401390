using System.Collections.Frozen;
using KnowledgeBase.Editorial;

namespace KnowledgeBase.Reading.Annotations;

/// <summary>What English words are, by the rules of the language.</summary>
sealed class EnglishWords
{
    readonly FrozenDictionary<string, CuePosition> _cues;
    readonly FrozenSet<string> _pronouns;
    readonly FrozenSet<string> _indirectCues;
    readonly FrozenSet<string> _adverbs;
    readonly FrozenSet<string> _notNames;
    readonly FrozenSet<string> _titles;
    readonly FrozenSet<string> _feminine;
    readonly FrozenSet<string> _masculine;
    readonly FrozenSet<string> _organizationEndings;
    readonly FrozenSet<string> _listedBodies;
    readonly FrozenSet<string> _posts;
    readonly FrozenSet<string> _postModifiers;
    readonly FrozenSet<string> _deputyWords;
    readonly FrozenSet<string> _speakingNouns;
    readonly FrozenSet<string> _bodyNouns;
    readonly FrozenSet<string> _postNouns;
    readonly FrozenSet<string> _documentNouns;
    readonly FrozenSet<string> _determiners;
    readonly FrozenSet<string> _definite;
    readonly FrozenSet<string> _adverbialOpeners;
    readonly FrozenSet<string> _prepositions;
    readonly FrozenSet<string> _conjunctions;
    readonly FrozenSet<string> _relatives;
    readonly FrozenSet<string> _particles;

    public EnglishWords(LanguageRules rules)
    {
        _cues = rules.Cues.ToFrozenDictionary(cue => cue.Word, cue => cue.Position, StringComparer.Ordinal);
        _pronouns = rules.Pronouns.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _indirectCues = rules.IndirectCues.ToFrozenSet(StringComparer.Ordinal);
        _adverbs = rules.Adverbs.ToFrozenSet(StringComparer.Ordinal);
        _notNames = rules.NotNames.ToFrozenSet(StringComparer.Ordinal);
        _feminine = rules.Feminine.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _masculine = rules.Masculine.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _organizationEndings = rules.OrganizationEndings.ToFrozenSet(StringComparer.Ordinal);
        _listedBodies = rules.ListedBodies.ToFrozenSet(StringComparer.Ordinal);
        _titles = rules.Titles.ToFrozenSet(StringComparer.Ordinal);
        _posts = rules.Posts.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _postModifiers = rules.PostModifiers.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _bodyNouns = rules.BodyNouns.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _postNouns = rules.Posts.Select(post => post[(post.LastIndexOf(' ') + 1)..]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _deputyWords = rules.DeputyWords.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _speakingNouns = rules.SpeakingNouns.Concat(_postNouns).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _documentNouns = rules.DocumentNouns.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _determiners = rules.Determiners.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _definite = rules.DefiniteDeterminers.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _adverbialOpeners = rules.AdverbialOpeners.ToFrozenSet(StringComparer.Ordinal);
        _prepositions = rules.Prepositions.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _conjunctions = rules.Conjunctions.ToFrozenSet(StringComparer.Ordinal);
        _relatives = rules.Relatives.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _particles = rules.NameParticles.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Where a reporting verb may stand; null when the word is none.</summary>
    public CuePosition? FindCue(Token token) =>
        _cues.TryGetValue(token.Text, out CuePosition position) || (token.Text is "Said" or "Says" && _cues.TryGetValue(token.Text.ToLowerInvariant(), out position)) ? position : null;

    /// <summary>A verb that reports clauses without quotation marks.</summary>
    public bool IsIndirectCue(Token token) => _indirectCues.Contains(token.Text);

    public bool IsPronoun(Token token) => !token.IsSurname && _pronouns.Contains(WithoutContraction(token.Text));

    public bool IsRelative(Token token) => _relatives.Contains(token.Text);

    public bool IsConjunction(Token token) => _conjunctions.Contains(token.Text);

    public bool IsAdverb(Token token) => _adverbs.Contains(token.Text) || (token.IsLowercase && token.Text.Length > 4 && token.Text.EndsWith("ly", StringComparison.Ordinal));

    public bool IsDeterminer(Token token) => _determiners.Contains(token.Text);

    /// <summary>A word that points at what was told of before: the, its.</summary>
    public bool IsDefinite(string word) => _definite.Contains(word);

    /// <summary>A word with which a sentence begins that tells when or how first: When, Asked.</summary>
    public bool IsAdverbialOpener(Token token) => _adverbialOpeners.Contains(token.Text);

    public bool IsPreposition(Token token) => IsPreposition(token.Text);

    public bool IsPreposition(string word) => _prepositions.Contains(word);

    public bool IsParticle(Token token) => _particles.Contains(token.Text);

    /// <summary>A noun for somebody or something that can speak: spokesman, report.</summary>
    public bool IsSpeakingNoun(Token token) => _speakingNouns.Contains(token.Text);

    /// <summary>A noun for a body that has a name elsewhere: the ministry, the company.</summary>
    public bool IsBodyNoun(Token token) => _bodyNouns.Contains(token.Text);

    /// <summary>A noun for somebody by the post: minister, mayor.</summary>
    public bool IsPostNoun(Token token) => _postNouns.Contains(token.Text);

    /// <summary>A word before a post that belongs to it: trade minister.</summary>
    public bool IsPostModifier(Token token) => IsPostModifier(token.Text);

    public bool IsPostModifier(string word) => _postModifiers.Contains(word);

    /// <summary>A word that makes another post of a post: vice, deputy.</summary>
    public bool IsDeputyWord(string word) => _deputyWords.Contains(word);

    public bool IsPost(string words) => _posts.Contains(words);

    public bool IsOrganizationEnding(Token token) => _organizationEndings.Contains(token.Text);

    /// <summary>Ministry of …: a body that is named by a list of its fields.</summary>
    public bool IsListedBody(Token token) => _listedBodies.Contains(token.Text);

    /// <summary>True when a pronoun cannot stand for somebody with this title or given name.</summary>
    public bool Disagree(string pronoun, string title, string givenName)
    {
        if (_pronouns.Contains(givenName))
            givenName = ""; // A family name: He Lifeng.
        bool feminine = _feminine.Contains(title) || _feminine.Contains(givenName);
        bool masculine = _masculine.Contains(title) || _masculine.Contains(givenName);
        return (_feminine.Contains(pronoun) && masculine && !feminine) || (_masculine.Contains(pronoun) && feminine && !masculine);
    }

    /// <summary>A title is not part of the name: Sen., President.</summary>
    public bool IsTitle(Token token) => _titles.Contains(token.Text.TrimEnd('.'));

    /// <summary>A noun for a text: report, white paper.</summary>
    public bool IsDocumentNoun(Token token) => _documentNouns.Contains(token.Text);

    /// <summary>True for the first word behind the end of a sentence, or of the paragraph.</summary>
    public static bool IsFirstOfSentence(List<Token> tokens, int i) => i == 0 || tokens[i - 1].Text is "." or "!" or "?" || tokens[i - 1].IsQuotation;

    /// <summary>A word that may be part of a name.</summary>
    public bool IsNamePart(Token token) => token.IsSurname || token.IsCapitalized && !_notNames.Contains(token.Text) && !_pronouns.Contains(token.Text);

    /// <summary>He's, she'd, they’ll.</summary>
    static string WithoutContraction(string word)
    {
        int apostrophe = word.AsSpan().IndexOfAny('\'', '’');
        return apostrophe > 0 ? word[..apostrophe] : word;
    }
}
