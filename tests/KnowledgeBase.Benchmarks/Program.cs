using KnowledgeBase.Benchmarks;

return args switch
{
    ["index", var corpus, var folder, .. var rest] => await IndexRun.RunAsync(corpus, folder, RunOptions.Parse(rest)),
    ["query", var queries, var folder, .. var rest] => QueryRun.Run(queries, folder, RunOptions.Parse(rest)),
    ["propose"] => await ProposalRun.RunAsync(),
    _ => RunOptions.ShowUsage(),
};
