using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Queries;

namespace KnowledgeBase.Search.Translation;

/// <summary>Cuts free text into words that vocabulary and dictionaries know.</summary>
sealed class SourceWordFinder(TextAnalysis analysis, Translator translator, FunctionWords functionWords)
{
    // The longest name of the vocabulary has about this many characters.
    const int MaxCharacters = 16;
    const int MaxEnglishWords = 6;

    const int ShortestCompound = 3;
    const int ShortestName = 2;
    const int ShortestPart = 2;

    // A long sentence has about as many words that mean something; no more are looked for in other languages.
    const int MaxWords = 50;

    // A form that is less certain beside the best one does not stand for the word by itself.
    const float CertainShare = 0.3f;

    // What the parts of a word weigh beside what is known of the whole, and where nothing is.
    const float ShareOfParts = 0.3f;
    const float ShareOfOnlyParts = 0.6f;

    // For each word that holds the sentence together at most so many that tell something, where the former are looked for. With any number sentences in other languages won as much;
    // headlines lost .0004 of MRR@10, and words that stand in every article take time.
    const int TellingBeside = 4;

    readonly SourceLanguage _languages = new();
    readonly Amounts _amounts = new(analysis);
    readonly KnownWordCutter _cutter = new(translator);

    /// <summary>The languages a text may be written in.</summary>
    public ImmutableArray<Language> LanguagesOf(string text) => _languages.Of(text);

    /// <summary>The words of a text with their forms in the languages it is not written in.</summary>
    /// <param name="text">Free words.</param>
    /// <param name="countOf">How many articles have a unit.</param>
    /// <param name="isIn">True when an article in a language has a unit.</param>
    /// <param name="namesLike">Finds names by their sound.</param>
    /// <param name="known">What was found already in this state of the index.</param>
    public IEnumerable<SourceWord> WordsIn(string text, Func<Unit, int> countOf, Func<Unit, Language, bool> isIn, NamesLike namesLike, KnownForms known)
    {
        FoldedText folded = analysis.Fold(text);
        var run = new Run(folded, _languages.Of(text), countOf, isIn, namesLike, known);
        List<(Place Place, SourceWord Word)> amounts = AmountsIn(run);
        IEnumerable<(Place Place, SourceWord Word)> words = amounts
            .Concat(TextAnalysis.CjkRuns(folded.Text).SelectMany(each => Without(amounts, each)).SelectMany(each => WordsOf(run, Cut(run, new(each.Start, each.End), MaxCharacters))))
            .Concat(English(run with { Sources = [Language.English] }, amounts));
        return TellingOf([.. words.OrderBy(word => word.Place.Start).Select(word => word.Word).Take(MaxWords)]);
    }

    // What holds the sentence together is looked for only where it says hardly anything else, and in languages in which something of that is known.
    static IEnumerable<SourceWord> TellingOf(ImmutableArray<SourceWord> words)
    {
        ImmutableArray<SourceWord> telling = words.RemoveAll(word => word.IsFunctionWord);
        if (telling.IsEmpty)
            return words.Select(word => word with { Forms = word.Forms.ToImmutableDictionary(pair => pair.Key, pair => MarkCertain(pair.Value)) });
        if (telling.Length > TellingBeside * (words.Length - telling.Length))
            return telling;
        Language[] known = [.. telling.SelectMany(word => word.Forms.Keys).Distinct()];
        return words.Select(word => word.IsFunctionWord ? word with { Forms = word.Forms.RemoveRange(word.Forms.Keys.Except(known)) } : word);
    }

    /// <summary>The text at hand.</summary>
    /// <param name="Text">The text.</param>
    /// <param name="Sources">The languages it may be in.</param>
    /// <param name="CountOf">How many articles have a unit.</param>
    /// <param name="IsIn">True when an article in a language has a unit.</param>
    /// <param name="NamesLike">Finds names by their sound.</param>
    /// <param name="Known">What was found already.</param>
    sealed record Run(FoldedText Text, ImmutableArray<Language> Sources, Func<Unit, int> CountOf, Func<Unit, Language, bool> IsIn, NamesLike NamesLike, KnownForms Known)
    {
        public IEnumerable<Language> Targets => Language.All.Where(target => Sources is not [var only] || only != target);

        public string WrittenIn(Place place) => Text.Original[Text.StartOf(place.Start)..Text.EndOf(place.End)];
    }

    List<(Place, SourceWord)> AmountsIn(Run run)
    {
        List<(Place Place, SourceWord)> found = [];
        foreach (Amount amount in _amounts.In(run.Text).OrderBy(amount => amount.Start))
        {
            if (found.Count == 0 || found[^1].Place.End <= amount.Start)
                found.Add((new(amount.Start, amount.End), AmountOf(run, amount)));
        }
        return found;
    }

    static SourceWord AmountOf(Run run, Amount amount) => new(
        run.Text.Original[run.Text.StartOf(amount.Start)..run.Text.EndOf(amount.End)],
        amount.Literal,
        amount.Forms.Where(pair => run.Targets.Contains(pair.Key))
            .Select(pair => (pair.Key, Forms: pair.Value.RemoveAll(form => !run.IsIn(form.Unit, pair.Key))))
            .Where(pair => !pair.Forms.IsEmpty)
            .ToImmutableDictionary(pair => pair.Key, pair => pair.Forms));

    // What is left of a run of Han and kana when numbers are taken out.
    static IEnumerable<(int Start, int End)> Without(List<(Place Place, SourceWord)> amounts, (int Start, int End) run)
    {
        int start = run.Start;
        foreach (Place place in amounts.Select(amount => amount.Place).Where(place => place.Start < run.End && place.End > run.Start))
        {
            if (place.Start > start)
                yield return (start, place.Start);
            start = Math.Min(place.End, run.End);
        }
        if (start < run.End)
            yield return (start, run.End);
    }

    // Single characters that write the sound of a foreign name are that name, where some article has it.
    IEnumerable<(Place, SourceWord)> WordsOf(Run run, List<Place> places)
    {
        for (int at = 0; at < places.Count;)
        {
            int end = NameEnd(run, places, at);
            if (end > at && NamesIn(run, new(places[at].Start, places[end - 1].End)) is { Count: > 0 } names)
            {
                foreach ((Place, SourceWord) name in names)
                    yield return name;
                at = end;
                continue;
            }
            foreach ((Place, SourceWord) word in WordsOf(run, places[at]))
                yield return word;
            at++;
        }
    }

    static int NameEnd(Run run, List<Place> places, int start)
    {
        int end = start;
        int singles = 0;
        while (end < places.Count && Transliterated.IsInHan(run.Text.Forms.AsSpan(places[end].Start, places[end].End - places[end].Start)))
            singles += places[end].End - places[end++].Start == 1 ? 1 : 0;
        return singles > 0 && places[Math.Max(start, end - 1)].End - places[start].Start >= ShortestName ? end : start;
    }

    // One name, or a first and a last one without a point between them.
    static List<(Place, SourceWord)> NamesIn(Run run, Place place)
    {
        if (NameOf(run, place) is { } whole)
            return [whole];
        for (int middle = place.Start + ShortestPart; middle <= place.End - ShortestPart; middle++)
        {
            if (NameOf(run, place with { End = middle }) is { } first && NameOf(run, place with { Start = middle }) is { } last)
                return [first, last];
        }
        return [];
    }

    static (Place, SourceWord)? NameOf(Run run, Place place)
    {
        string key = run.Text.Forms[place.Start..place.End];
        var forms = run.Targets.Where(target => target != Language.Chinese).Select(target => (target, Names: NamesLike(run, key, target)))
            .Where(pair => !pair.Names.IsEmpty).ToImmutableDictionary(pair => pair.target, pair => pair.Names);
        return forms.IsEmpty ? null : (place, new SourceWord(run.WrittenIn(place), new Unit.Run(key), forms));
    }

    static ImmutableArray<TranslatedForm> NamesLike(Run run, string key, Language target) =>
        [.. run.NamesLike(key, target).Select(name => new TranslatedForm(name.Name, target == Language.English ? new Unit.Word(name.Name) : new Unit.Run(name.Name), name.Share, WideningReason.Names, IsCertain: true)).Where(form => run.IsIn(form.Unit, target))];

    // A long word that is nothing in other languages may still be made of words that are something.
    IEnumerable<(Place, SourceWord)> WordsOf(Run run, Place place)
    {
        string key = run.Text.Forms[place.Start..place.End];
        if (IsFunctionWord(key))
            return FunctionWordOf(run, place, key, new Unit.Run(key)) is { } word ? [(place, word)] : [];
        List<Place> parts = key.Length < ShortestCompound ? [] : Cut(run, place, key.Length - 1);
        SourceWord whole = WordOf(run, place, key, new Unit.Run(key), [.. parts.Select(part => run.Text.Forms[part.Start..part.End]).Where(part => part.Length > 1)]);
        return whole.Forms.IsEmpty && parts.Count > 1 && !Transliterated.IsName(key, "") ? parts.SelectMany(part => WordsOf(run, part)) : [(place, whole)];
    }

    SourceWord WordOf(Run run, Place place, string key, Unit literal, ImmutableArray<string> parts)
    {
        string written = run.WrittenIn(place);
        var forms = ImmutableDictionary.CreateBuilder<Language, ImmutableArray<TranslatedForm>>();
        bool isKnown = run.Targets.Any(target => !FormsOf(run, key, target).IsEmpty);
        bool isName = Transliterated.IsName(key, written);
        foreach (Language target in isKnown || isName ? run.Targets : [])
        {
            ImmutableArray<TranslatedForm> found = MarkCertain(FormsOf(run, key, target));
            if (found.IsEmpty && isName)
                found = NamesLike(run, key, target);
            float share = found.IsEmpty ? ShareOfOnlyParts : ShareOfParts;
            found = [.. found.Concat(parts.SelectMany(part => FormsOf(run, part, target)).Select(form => form with { Share = form.Share * share, Written = found.IsEmpty ? form.Written : "" })).DistinctBy(form => form.Unit.Key)];
            if (!found.IsEmpty)
                forms[target] = found;
        }
        return new(written, literal, forms.ToImmutable());
    }

    static ImmutableArray<TranslatedForm> MarkCertain(ImmutableArray<TranslatedForm> forms)
    {
        float least = forms.IsEmpty ? 0 : CertainShare * forms.Max(form => form.Share);
        return [.. forms.Select(form => form with { IsCertain = form.Share >= least })];
    }

    ImmutableArray<TranslatedForm> FormsOf(Run run, string key, Language target) =>
        run.Known.Get(key, run.Sources, target, () => translator.FormsOf(key, run.Sources, target, unit => run.IsIn(unit, target)) is { IsEmpty: false } forms ? forms : FunctionFormsOf(run, key, target));

    ImmutableArray<TranslatedForm> FunctionFormsOf(Run run, string key, Language target) => functionWords.FormsOf(key, run.Sources, target).RemoveAll(form => !run.IsIn(form.Unit, target));

    // The longest phrase that something explains, then single words.
    IEnumerable<(Place, SourceWord)> English(Run run, List<(Place Place, SourceWord)> amounts)
    {
        List<AnalyzedTerm> words = analysis.SpacedWords(run.Text);
        words.RemoveAll(word => amounts.Exists(amount => word.Start >= amount.Place.Start && word.Start < amount.Place.End));
        for (int at = 0; at < words.Count;)
        {
            int length = Math.Min(MaxEnglishWords, words.Count - at);
            while (length > 1 && !IsPhrase(run, words, at, length))
                length--;
            List<AnalyzedTerm> found = words.GetRange(at, length);
            var place = new Place(found[0].Start, found[^1].Start + found[^1].Length);
            string key = KeyOf(words, at, length);
            if (length > 1)
                yield return (place, WordOf(run, place, key, LiteralOf(found), [.. found.Where(word => !word.IsStopWord).Select(word => word.Text.ToString())]));
            else if (!found[0].IsStopWord && !functionWords.Has(key))
                yield return (place, WordOf(run, place, key, LiteralOf(found), []));
            else if (FunctionWordOf(run, place, key, LiteralOf(found)) is { } word)
                yield return (place, word);
            at += length;
        }
    }

    static Unit LiteralOf(List<AnalyzedTerm> words) => words is [var only]
        ? new Unit.Word(only.Text.ToString())
        : new Unit.Sequence([.. words.Select(word => word.Text.ToString())], [.. words.Select(word => word.Position - words[0].Position)]);

    bool IsPhrase(Run run, List<AnalyzedTerm> words, int at, int length) =>
        !words[at].IsStopWord && !words[at + length - 1].IsStopWord && AreNeighbours(run.Text, words, at, length)
        && KeyOf(words, at, length) is var key && translator.IsEnglish(key) && run.Targets.Any(target => !FormsOf(run, key, target).IsEmpty);

    static bool AreNeighbours(FoldedText folded, List<AnalyzedTerm> words, int at, int length)
    {
        for (int i = at + 1; i < at + length; i++)
        {
            int end = words[i - 1].Start + words[i - 1].Length;
            if (folded.Text.AsSpan(end, words[i].Start - end).ContainsAnyExcept(" -"))
                return false;
        }
        return true;
    }

    static string KeyOf(List<AnalyzedTerm> words, int at, int length) => string.Join(' ', words.GetRange(at, length).Select(word => word.Text));

    List<Place> Cut(Run run, Place place, int longest) => _cutter.Cut(run.Text.Forms, place, longest, run.Sources, run.CountOf);

    // Null where it is nothing in the other languages.
    SourceWord? FunctionWordOf(Run run, Place place, string key, Unit literal)
    {
        var forms = run.Targets.Select(target => (target, Forms: FunctionFormsOf(run, key, target)))
            .Where(pair => !pair.Forms.IsEmpty).ToImmutableDictionary(pair => pair.target, pair => pair.Forms);
        return forms.IsEmpty ? null : new(run.WrittenIn(place), literal, forms, IsFunctionWord: true);
    }

    // Particles and endings in hiragana, and the words that hold a sentence together.
    bool IsFunctionWord(string word) => (word.Length < 3 && word.All(c => c is >= '\u3041' and <= '\u309F')) || functionWords.Has(word);
}
