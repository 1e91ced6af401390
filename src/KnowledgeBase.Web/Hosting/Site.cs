using System.Text.Unicode;
using KnowledgeBase.Crawling;
using KnowledgeBase.Search;
using KnowledgeBase.Stages;
using KnowledgeBase.Storage;
using KnowledgeBase.Web.Suggestions;
using KnowledgeBase.Web.Syndication;
using KnowledgeBase.Web.Watching;
using KnowledgeBase.Web.Words;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace KnowledgeBase.Web.Hosting;

/// <summary>Puts the site together and runs it.</summary>
static partial class Site
{
    // Ten thousand Han, nine bytes each in an address, and the rest of it.
    const int MaxAddressBytes = 128 * 1024;

    /// <summary>Runs the site until it is stopped. Returns the exit code: 1 when it can't start, after saying why.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using WebApplication app = await BuildAsync(args);
            await app.StartAsync();
            string address = app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            LogAddress(app.Logger, address);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception e) when (e is LedgerException or IndexException or DirectoryNotFoundException or OptionsValidationException or IOException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    /// <summary>The site, ready to start.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no content folder.</exception>
    /// <exception cref="LedgerException">The ledger can't be opened.</exception>
    /// <exception cref="IndexException">The index can't be opened.</exception>
    public static async Task<WebApplication> BuildAsync(string[] args)
    {
        // Settings and static files lie beside the program, wherever it is started from.
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);
        builder.Services.AddOptions<SiteOptions>().Bind(builder.Configuration).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<SiteOptions>, SiteOptionsValidator>();
        builder.Services.AddOptions<CrawlerOptions>().Bind(builder.Configuration.GetSection("Crawler")).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<CrawlerOptions>, CrawlerOptionsCheck>();
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded => forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        // Somebody who pastes a whole article into the box is told that its end was left out; Kestrel's 8 kB would answer with an empty page.
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestLineSize = MaxAddressBytes);
        builder.Logging.AddConsoleFormatter<PlainLines, SimpleConsoleFormatterOptions>();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(SiteLabels.Read());
        // Han and kana as they are: the page is a third of the size, and readable.
        builder.Services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new(UnicodeRanges.All));
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<Visitor>();
        builder.Services.AddScoped<Wording>();
        builder.Services.AddScoped<FacetNames>();
        builder.Services.AddScoped<FeedMaking>();
        builder.Services.AddScoped<SourceTimes>();
        builder.Services.AddSingleton<SourceBoard>();
        builder.Services.AddHostedService<Pipeline>();
        builder.Services.AddResponseCompression(compression => compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, .. FeedFormats.All.Select(format => format.MediaType)]);
        builder.Services.AddRouting(routing => routing.ConstraintMap.Add("language", typeof(LanguageConstraint)));
        builder.Services.AddRazorPages();

        SiteOptions options = builder.Configuration.Get<SiteOptions>() ?? new();
        var folders = Folders.Find(options.Data, options.Content);
        using (ILoggerFactory loggers = LoggerFactory.Create(logging => logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddSimpleConsole()))
        {
            var room = await ReadingRoom.OpenAsync(folders, options, loggers, CancellationToken.None);
            // A factory, so that the container disposes it.
            builder.Services.AddSingleton(_ => room);
        }
        WebApplication app = builder.Build();
        Announce(app, folders);
        Assemble(app);
        return app;
    }

    static void Assemble(WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/error", "?status={0}");
        app.Use(SecurityHeaders.AddAsync);
        app.UseResponseCompression();
        app.UseRouting();
        app.MapStaticAssets();
        app.MapRazorPages();
        app.MapFrontDoor();
        app.MapFeeds();
        app.MapHubCallback();
        app.MapSuggestions();
    }

    static void Announce(WebApplication app, Folders folders)
    {
        ReadingRoom room = app.Services.GetRequiredService<ReadingRoom>();
        LogContent(
            app.Logger, room.Content.Briefs.Length, room.Content.Vocabulary.Topics.Length, room.Content.Vocabulary.Cities.Length, room.Content.Vocabulary.Organizations.Length,
            room.Content.Vocabulary.People.Length, folders.Content);
        LogLedger(app.Logger, room.Ledger.Place, room.Count);
        if (!room.Content.Problems.IsEmpty)
            LogProblems(app.Logger, room.Content.Problems.Length, room.Content.Problems[0].ToString());
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The content has {Count} mistakes, the first: {First}. The files concerned are left out; kb check lists all")]
    static partial void LogProblems(ILogger logger, int count, string first);

    [LoggerMessage(Level = LogLevel.Information, Message = "Content: {Briefs} briefs, {Topics} topics, {Cities} cities, {Organizations} organisations, {People} people ({Folder})")]
    static partial void LogContent(ILogger logger, int briefs, int topics, int cities, int organizations, int people, string folder);

    [LoggerMessage(Level = LogLevel.Information, Message = "Ledger: {Place}; index: {Count} articles")]
    static partial void LogLedger(ILogger logger, string place, int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "Ready: {Address}")]
    static partial void LogAddress(ILogger logger, string address);
}
