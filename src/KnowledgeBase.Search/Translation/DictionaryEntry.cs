using System.Collections.Immutable;

namespace KnowledgeBase.Search.Translation;

/// <summary>An entry as a dictionary was published.</summary>
/// <param name="Words">The words it explains, in all their written forms.</param>
/// <param name="Glosses">What they mean in English, each with its weight: earlier senses weigh more.</param>
sealed record DictionaryEntry(ImmutableArray<string> Words, ImmutableArray<(string Text, float Weight)> Glosses);
