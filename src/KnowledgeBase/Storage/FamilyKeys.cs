using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using KnowledgeBase.Articles;
using KnowledgeBase.Families;

namespace KnowledgeBase.Storage;

/// <summary>Which articles carry a key: what their publisher calls a story in every language.</summary>
/// <remarks>
/// A key tells a story only while no two articles of one language carry it. A template's constant is carried by all pages of a site, so no more rows of a key are ever read than
/// there are languages, and two: among so many some are of one language.
/// </remarks>
static class FamilyKeys
{
    /// <summary>The articles whose story may be another one when an article takes or loses these keys. None for a key that meant nothing before and means nothing after.</summary>
    public static async Task<string[]> CarriersAsync(IEnumerable<long> keys, DbConnection connection, DbTransaction transaction)
    {
        int limit = Language.All.Count + 2;
        List<string> carriers = [];
        foreach (long name in keys.Distinct())
        {
            string[] found = [.. await connection.QueryAsync<string>("SELECT article FROM family_key WHERE name = @name LIMIT @limit", new { name, limit }, transaction)];
            if (found.Length < limit)
                carriers.AddRange(found);
        }
        return [.. carriers.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Articles with those of their keys that tell a story.</summary>
    public static async Task<ImmutableArray<FamilyTraits>> HeededAsync(ImmutableArray<FamilyTraits> articles, DbConnection connection, DbTransaction transaction)
    {
        int limit = Language.All.Count + 1;
        HashSet<long> common = [];
        // A key that only one of them carries joins nothing, whatever it means.
        foreach (long name in articles.SelectMany(article => article.Keys).GroupBy(key => key).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            string[] languages = [.. await connection.QueryAsync<string>("SELECT language FROM family_key WHERE name = @name LIMIT @limit", new { name, limit }, transaction)];
            if (languages.Distinct(StringComparer.Ordinal).Count() < languages.Length)
                common.Add(name);
        }
        return [.. articles.Select(article => article.Without(common))];
    }

    public static async Task AddAsync(FamilyTraits traits, DbConnection connection, DbTransaction transaction)
    {
        foreach (long name in traits.Keys)
            await connection.ExecuteAsync("INSERT INTO family_key (name, article, language) VALUES (@name, @article, @language)", KeyOf(traits, name), transaction);
    }

    public static async Task RemoveAsync(FamilyTraits traits, DbConnection connection, DbTransaction transaction)
    {
        foreach (long name in traits.Keys)
            await connection.ExecuteAsync("DELETE FROM family_key WHERE name = @name AND article = @article", KeyOf(traits, name), transaction);
    }

    static object KeyOf(FamilyTraits traits, long name) => new { name, article = traits.Id.Value, language = traits.Language?.Code ?? "" };
}
