return await KnowledgeBase.Web.Hosting.Site.RunAsync(args);
