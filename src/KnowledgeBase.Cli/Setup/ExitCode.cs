namespace KnowledgeBase.Cli.Setup;

/// <summary>What a command tells the shell beside 0 (done) and 1 (a mistake, told on standard error).</summary>
static class ExitCode
{
    /// <summary>The question was understood and the answer is no: not allowed, not well.</summary>
    public const int AnswerIsNo = 2;
}
