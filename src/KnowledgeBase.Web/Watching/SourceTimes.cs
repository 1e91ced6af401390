using System.Globalization;
using KnowledgeBase.Articles;
using KnowledgeBase.Web.Hosting;
using KnowledgeBase.Web.Words;

namespace KnowledgeBase.Web.Watching;

/// <summary>Moments and languages as the page of the sources writes them.</summary>
sealed class SourceTimes(ReadingRoom room, Wording wording, Visitor visitor)
{
    /// <summary>A moment by its distance when that is a week or less, with the hour: today, 14:05 UTC.</summary>
    public string Of(DateTimeOffset at)
    {
        DateTime utc = at.UtcDateTime;
        return visitor.Fill("sources.moment", wording.Recently(new PartialDate(utc.Year, utc.Month, utc.Day)), utc.ToString("HH:mm", CultureInfo.InvariantCulture));
    }

    /// <summary>The tag of the language a publisher writes in.</summary>
    public string TagOf(string publisherId) => (room.Content.FindPublisher(publisherId)?.Language ?? visitor.Language).Tag;
}
