namespace KnowledgeBase.Web.Tests.Newspapers;

/// <summary>A clock that is ahead of the machine's; it runs and waits as fast.</summary>
sealed class LaterTime(TimeSpan ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
}
