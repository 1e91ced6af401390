using System.Collections.Frozen;
using System.Collections.Immutable;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Translation;

/// <summary>English words whose forms have different stems: sold is a form of sell, men of man.</summary>
sealed class IrregularForms
{
    // The word of the dictionary first. The verbs and nouns of school grammars, without those whose forms are words of their own too often (found, saw, left, felt, lay).
    const string Table =
        "arise arose arisen; awake awoke awoken; bear bore borne born; beat beaten; become became; begin began begun; bend bent; bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred; bring brought; "
        + "build built; burn burnt; buy bought; catch caught; choose chose chosen; cling clung; come came; creep crept; deal dealt; dig dug; draw drew drawn; dream dreamt; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; "
        + "feed fed; fight fought; flee fled; fly flew flown; forbid forbade forbidden; forget forgot forgotten; forgive forgave forgiven; freeze froze frozen; get got gotten; give gave given; go went gone; grow grew grown; hang hung; hear heard; "
        + "hide hid hidden; hold held; keep kept; kneel knelt; know knew known; lead led; learn learnt; lend lent; lose lost; make made; mean meant; meet met; overcome overcame; overthrow overthrew overthrown; pay paid; ride rode ridden; ring rang rung; "
        + "rise rose risen; run ran; seek sought; sell sold; send sent; shake shook shaken; shine shone; shoot shot; shrink shrank shrunk; sing sang sung; sink sank sunk; sit sat; sleep slept; slide slid; speak spoke spoken; speed sped; spend spent; "
        + "spin spun; stand stood; steal stole stolen; stick stuck; strike struck stricken; strive strove striven; swear swore sworn; sweep swept; swim swam swum; swing swung; take took taken; teach taught; tear tore torn; think thought; throw threw thrown; "
        + "understand understood; undertake undertook undertaken; wake woke woken; wear wore worn; weave wove woven; weep wept; win won; withdraw withdrew withdrawn; write wrote written; "
        + "child children; foot feet; goose geese; man men; mouse mice; ox oxen; person people; tooth teeth; woman women; life lives; wife wives; wolf wolves; knife knives; leaf leaves; half halves; thief thieves; loaf loaves; shelf shelves; "
        + "policeman policemen; fisherman fishermen; businessman businessmen; spokesman spokesmen; chairman chairmen; crisis crises; analysis analyses; basis bases; medium media; bacterium bacteria; criterion criteria; phenomenon phenomena; good better best; bad worse worst";

    readonly FrozenDictionary<string, string> _wordOf;
    readonly FrozenDictionary<string, ImmutableArray<string>> _formsOf;

    public IrregularForms(TextAnalysis analysis)
    {
        ImmutableArray<ImmutableArray<string>> rows = [.. Table.Split(';').Select(row => analysis.SpacedWords(analysis.Fold(row)).Select(word => word.Text.ToString()).Distinct(StringComparer.Ordinal).ToImmutableArray())];
        _wordOf = rows.SelectMany(row => row.Skip(1).Select(form => (Form: form, Word: row[0]))).DistinctBy(pair => pair.Form).ToFrozenDictionary(pair => pair.Form, pair => pair.Word, StringComparer.Ordinal);
        _formsOf = rows.ToFrozenDictionary(row => row[0], row => row.RemoveAt(0), StringComparer.Ordinal);
    }

    /// <summary>The stem of the word that a stem is a form of; null when it is none.</summary>
    public string? FindWord(string form) => _wordOf.GetValueOrDefault(form);

    /// <summary>The stems of the other forms of a word; empty when all have the stem of the word.</summary>
    public ImmutableArray<string> FormsOf(string word) => _formsOf.GetValueOrDefault(word, []);
}
