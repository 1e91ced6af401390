using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Editorial;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Queries;

namespace KnowledgeBase.Search.Translation;

/// <summary>Finds what a word is in another language: by the vocabulary first, by general dictionaries next, by names last.</summary>
sealed class Translator(TextAnalysis analysis, Vocabulary vocabulary, ImmutableArray<DictionaryFile> dictionaries)
{
    // Looking up more forms of one word took nearly twice as long; 60 found .0005 more of headlines in other languages (MRR@10), .0002 and .0004 more of questions and sentences.
    const int MaxForms = 30;

    // What is less certain beside the most certain form cost time and found nothing.
    const float LeastShare = 0.05f;

    // So many are tried: what is less certain brought nothing but time.
    const int MaxTried = 300;

    // Below this a detour through English has lost the meaning.
    const float LeastPivot = 0.08f;

    // A name that may be meant beside a word, and one that no other dictionary knows.
    const float NameShare = 0.4f;
    const float OnlyNameShare = 0.8f;

    // What a word of the same origin weighs: less than one that stands for the word by itself. A guess.
    const float KinShare = 0.29f;

    // What another form of a word weighs: sold beside sell. A guess.
    const float IrregularShare = 0.9f;

    readonly IrregularForms _irregular = new(analysis);
    readonly VocabularyWords _vocabulary = new(vocabulary, new WordKeys(analysis));
    readonly DictionaryFile? _chinese = dictionaries.FirstOrDefault(file => file.About.Kind == DictionaryKind.Cedict);
    readonly DictionaryFile? _japanese = dictionaries.FirstOrDefault(file => file.About.Kind == DictionaryKind.Edict);
    readonly DictionaryFile? _names = dictionaries.FirstOrDefault(file => file.About.Kind == DictionaryKind.Enamdict);

    /// <summary>True when a key of Han or kana is a word of one of these languages.</summary>
    public bool IsWord(string key, ImmutableArray<Language> languages) => _vocabulary.Has(key)
        || languages.Any(language => FileOf(language) is { } file && file.Words.Find(key) >= 0)
        || (languages.Contains(Language.Japanese) && key.Length > 1 && _names is not null && _names.Words.Find(key) >= 0);

    /// <summary>True when a key of stems is an English word that something explains.</summary>
    public bool IsEnglish(string key) => _vocabulary.Has(key)
        || (_chinese is not null && _chinese.Glosses.Find(key) >= 0) || (_japanese is not null && _japanese.Glosses.Find(key) >= 0)
        || (_names is not null && _names.Glosses.Find(key) >= 0);

    /// <summary>True when a general dictionary knows a term of the index, whatever its language, and not as a name.</summary>
    public bool IsPlainWord(string term) => IsPlainWord(_chinese, term) || IsPlainWord(_japanese, term);

    // A word that stands in longer explanations only may well be a name: Johnson grass.
    static bool IsPlainWord(DictionaryFile? file, string term) => file is not null
        && (file.Words.Find(term) >= 0 || (file.Glosses.Find(term) is var gloss and >= 0 && file.WordsOf.CountOf(gloss) > 0 && !char.IsUpper(file.WrittenGloss(gloss)[0])));

    /// <summary>The forms of a word in a language, the most certain first.</summary>
    /// <param name="key">The word, as <see cref="WordKeys"/> makes it.</param>
    /// <param name="sources">The languages it may be from.</param>
    /// <param name="target">The language wanted.</param>
    /// <param name="isThere">True for a unit that some article has.</param>
    public ImmutableArray<TranslatedForm> FormsOf(string key, ImmutableArray<Language> sources, Language target, Func<Unit, bool> isThere)
    {
        var forms = new Dictionary<string, TranslatedForm>(StringComparer.Ordinal);
        foreach (string name in _vocabulary.NamesOf(key, target))
            Add(forms, name, 1, WideningReason.Vocabulary);
        foreach ((string written, float share) in WordsOf(key, sources, target))
            Add(forms, written, share, WideningReason.Dictionary);
        bool isKnown = forms.Count > 0;
        foreach (string name in NamesOf(key, sources, target))
            Add(forms, name, isKnown ? NameShare : OnlyNameShare, WideningReason.Names);
        return [.. WithParts(Halve(forms.Values)).Where(form => form.Share >= LeastShare).OrderByDescending(form => form.Share).Take(MaxTried).Where(form => isThere(form.Unit)).Take(MaxForms)];
    }

    DictionaryFile? FileOf(Language language) => language == Language.Chinese ? _chinese : language == Language.Japanese ? _japanese : null;

    IEnumerable<(string Written, float Share)> WordsOf(string key, ImmutableArray<Language> sources, Language target)
    {
        if (sources.Contains(Language.English))
            return FileOf(target) is { } file ? Inverted(file, key).Concat(_irregular.FindWord(key) is { } word ? Inverted(file, word) : []).Concat(InvertedKin(file, key)) : [];
        IEnumerable<DictionaryFile> known = sources.Where(source => source != target).Select(FileOf).OfType<DictionaryFile>();
        return target == Language.English ? known.SelectMany(file => Explained(file, key).Concat(ExplainedByKin(file, key))) : FileOf(target) is { } other ? known.SelectMany(file => Pivoted(file, other, key)) : [];
    }

    static IEnumerable<(string, float)> Inverted(DictionaryFile file, string key) => file.Glosses.Find(key) is var gloss and >= 0
        ? file.WordsOf.Of(gloss).Concat(file.WordsOfPart.Of(gloss)).Select(link => (file.WrittenWord(link.Target), link.Weight))
        : [];

    static IEnumerable<(string, float)> InvertedKin(DictionaryFile file, string key) => file.Kin.Of(key)
        .Where(kin => file.Glosses[kin] != key)
        .SelectMany(kin => file.WordsOf.Of(kin))
        .Select(link => (file.WrittenWord(link.Target), KinShare * link.Weight));

    static IEnumerable<(string, float)> ExplainedByKin(DictionaryFile file, string key) => file.Words.Find(key) is var word and >= 0
        ? file.GlossesOf.Of(word).SelectMany(link => file.Kin.Of(file.Glosses[link.Target]).Where(kin => kin != link.Target).Select(kin => (file.WrittenGloss(kin), KinShare * link.Weight)))
        : [];

    static IEnumerable<(string, float)> Explained(DictionaryFile file, string key) => file.Words.Find(key) is var word and >= 0
        ? file.GlossesOf.Of(word).Select(link => (file.WrittenGloss(link.Target), link.Weight))
        : [];

    // Chinese to Japanese and back, through the English they share; more certain when they share a character.
    static IEnumerable<(string, float)> Pivoted(DictionaryFile from, DictionaryFile to, string key)
    {
        int word = from.Words.Find(key);
        if (word < 0)
            return [];
        var shares = new Dictionary<int, float>();
        foreach ((int gloss, float weight) in from.GlossesOf.Of(word))
        {
            string stems = from.Glosses[gloss];
            int same = to.Glosses.Find(stems);
            if (same >= 0)
                Add(same, weight);
            foreach (int kin in to.Kin.Of(stems).Where(kin => kin != same))
                Add(kin, KinShare * weight);
        }
        List<(string Word, string Written, float Share)> forms = [.. shares.Select(pair => (Word: to.Words[pair.Key], pair.Key, pair.Value))
            .Select(each => (each.Word, to.WrittenWord(each.Key), each.Word.AsSpan().IndexOfAny(key) >= 0 ? 2 * each.Value : each.Value))];
        float best = forms.Count == 0 ? 1 : forms.Max(form => form.Share);
        return forms.Select(form => (form.Written, form.Share / best)).Where(form => form.Item2 >= LeastPivot);

        void Add(int gloss, float weight)
        {
            float rarity = 1 + MathF.Log(1 + to.WordsOf.CountOf(gloss));
            foreach ((int other, float otherWeight) in to.WordsOf.Of(gloss))
                shares[other] = shares.GetValueOrDefault(other) + (weight * otherWeight / rarity);
        }
    }

    IEnumerable<string> NamesOf(string key, ImmutableArray<Language> sources, Language target)
    {
        if (_names is null)
            return [];
        if (target == Language.English && sources.Contains(Language.Japanese))
            return Explained(_names, key).Select(name => name.Item1);
        if (_chinese is not null && target == Language.Chinese && sources.Contains(Language.Japanese) && key.All(Scripts.IsKatakana))
            return ByName(_names, _chinese, key).Where(each => IsCapital(_chinese.WrittenGloss(each.Gloss))).Select(each => each.Word);
        if (_chinese is not null && target == Language.Japanese && sources.Contains(Language.Chinese))
            return ByName(_chinese, _names, key).Where(each => each.Word.All(Scripts.IsKatakana)).Select(each => each.Word);
        return target == Language.Japanese && sources.Contains(Language.English) ? Inverted(_names, key).Select(name => name.Item1) : [];
    }

    static bool IsCapital(string written) => written.Length > 0 && char.IsUpper(written[0]);

    // The words of one dictionary that have a name in common with a word of another.
    static IEnumerable<(int Gloss, string Word)> ByName(DictionaryFile from, DictionaryFile to, string key)
    {
        int word = from.Words.Find(key);
        if (word < 0)
            return [];
        return from.GlossesOf.Of(word)
            .Where(link => from.About.Kind == DictionaryKind.Enamdict || IsCapital(from.WrittenGloss(link.Target)))
            .Select(link => to.Glosses.Find(from.Glosses[link.Target]))
            .Where(gloss => gloss >= 0)
            .SelectMany(gloss => to.WordsOf.Of(gloss).Select(link => (gloss, to.WrittenWord(link.Target))));
    }

    void Add(Dictionary<string, TranslatedForm> forms, string written, float share, WideningReason reason)
    {
        if (UnitOf(written) is { } unit && (!forms.TryGetValue(unit.Key, out TranslatedForm known) || known.Share < share))
        {
            forms[unit.Key] = new(written, unit, share, reason);
            if (unit is Unit.Word(var stem, _))
                AddIrregular(forms, stem, IrregularShare * share, reason);
        }
    }

    void AddIrregular(Dictionary<string, TranslatedForm> forms, string stem, float share, WideningReason reason)
    {
        string word = _irregular.FindWord(stem) ?? stem;
        foreach (Unit.Word other in _irregular.FormsOf(word).Append(word).Where(form => form != stem).Select(form => new Unit.Word(form)))
        {
            if (!forms.TryGetValue(other.Key, out TranslatedForm known) || known.Share < share)
                forms[other.Key] = new("", other, share, reason);
        }
    }

    Unit? UnitOf(string written)
    {
        FoldedText folded = analysis.Fold(written);
        if (folded.Text.Any(Scripts.IsCjk))
            return folded.Text.Any(Scripts.IsWordLetter) ? null : new Unit.Run(string.Concat(folded.Forms.Where(Scripts.IsCjk)));
        List<AnalyzedTerm> words = analysis.SpacedWords(folded);
        return words.Count switch
        {
            0 => null,
            1 => words[0].IsStopWord ? null : new Unit.Word(words[0].Text.ToString()),
            _ => new Unit.Sequence([.. words.Select(word => word.Text.ToString())], [.. words.Select((_, i) => i)]),
        };
    }

    // One Han tells little when a longer form is known.
    static IEnumerable<TranslatedForm> Halve(IReadOnlyCollection<TranslatedForm> forms)
    {
        bool hasLonger = forms.Any(form => form.Unit is Unit.Run { Forms.Length: > 1 });
        return forms.Select(form => hasLonger && form.Unit is Unit.Run { Forms.Length: 1 } ? form with { Share = form.Share / 2 } : form);
    }

    static Dictionary<string, TranslatedForm>.ValueCollection WithParts(IEnumerable<TranslatedForm> forms)
    {
        var all = forms.ToDictionary(form => form.Unit.Key, StringComparer.Ordinal);
        foreach (TranslatedForm form in all.Values.ToList())
        {
            if (form.Unit is not Unit.Sequence { Stems: { Length: <= 4 } stems })
                continue;
            float share = form.Share * Glosses.ShareOfPart(stems.Length);
            foreach (Unit.Word part in stems.Where(stem => !StopWords.All.Contains(stem)).Select(stem => new Unit.Word(stem)))
                all[part.Key] = all.TryGetValue(part.Key, out TranslatedForm known) && known.Share >= share ? known : new("", part, share, form.Reason);
        }
        return all.Values;
    }
}
