using System.Collections.Immutable;
using KnowledgeBase.Articles;
using KnowledgeBase.Search.Queries;

namespace KnowledgeBase.Search.Translation;

/// <summary>A word of a query, and what it is in other languages.</summary>
/// <param name="Written">As it was written.</param>
/// <param name="Literal">The word itself.</param>
/// <param name="Forms">What it is in other languages; empty where nothing is known.</param>
/// <param name="IsFunctionWord">True for a word that holds the sentence together: it is no subject of the query.</param>
sealed record SourceWord(string Written, Unit Literal, ImmutableDictionary<Language, ImmutableArray<TranslatedForm>> Forms, bool IsFunctionWord = false);

/// <summary>A form of a word in another language.</summary>
/// <param name="Written">As a person would write it; empty for a part of a form, which is not shown.</param>
/// <param name="Unit">What is looked for.</param>
/// <param name="Share">How certain it is: 1 for the editors' vocabulary.</param>
/// <param name="Reason">Where it comes from.</param>
/// <param name="IsCertain">True when it may stand for the word: an article that has it has the word, and it is marked there. Others only weigh.</param>
readonly record struct TranslatedForm(string Written, Unit Unit, float Share, WideningReason Reason, bool IsCertain = false);
