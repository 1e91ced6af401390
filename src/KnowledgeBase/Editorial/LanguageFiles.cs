using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Editorial;

/// <summary>Reads <c>content/languages/&lt;code&gt;.yml</c>.</summary>
sealed class LanguageFiles(ContentFiles files)
{
    public ImmutableArray<LanguageRules> Read() =>
        [.. files.Entries("languages").Select(ReadRules).GroupBy(rules => rules.Language).Select(same => same.First())];

    static LanguageRules ReadRules(YamlEntry entry)
    {
        var rules = new LanguageRules
        {
            Language = ReadLanguage(entry),
            QuotationMarks = [.. entry.Entries("quotationMarks").Select(ReadMarks).OfType<QuotationMarks>()],
            Cues = ReadCues(entry),
            SourceMarks = [.. entry.Entries("sourceMarks").Select(ReadSourceMark)],
            IndirectCues = Words(entry, "indirectCues"),
            DocumentCues = Words(entry, "documentCues"),
            Titles = Words(entry, "titles"),
            Honorifics = Words(entry, "honorifics"),
            Posts = Words(entry, "posts"),
            PostModifiers = Words(entry, "postModifiers"),
            DeputyWords = Words(entry, "deputyWords"),
            Pronouns = Words(entry, "pronouns"),
            PronounSurnames = Words(entry, "pronounSurnames"),
            Feminine = Words(entry, "feminine"),
            Masculine = Words(entry, "masculine"),
            Adverbs = Words(entry, "adverbs"),
            NotNames = Words(entry, "notNames"),
            Surnames = Words(entry, "surnames"),
            NamelessOnes = Words(entry, "namelessOnes"),
            ToldBy = Words(entry, "toldBy"),
            TopicMarks = Words(entry, "topicMarks"),
            AlsoMarks = Words(entry, "alsoMarks"),
            SubjectMarks = Words(entry, "subjectMarks"),
            NotTopics = Words(entry, "notTopics"),
            CaseParticles = Words(entry, "caseParticles"),
            VerbEndings = Words(entry, "verbEndings"),
            PostJoints = Words(entry, "postJoints"),
            Origins = Words(entry, "origins"),
            Remarks = Words(entry, "remarks"),
            OrganizationEndings = Words(entry, "organizationEndings"),
            CityOrganizationTails = Words(entry, "cityOrganizationTails"),
            CityOrganizationHeads = Words(entry, "cityOrganizationHeads"),
            OtherPlaceTails = Words(entry, "otherPlaceTails"),
            NotCities = Words(entry, "notCities"),
            Capitals = Words(entry, "capitals"),
            GovernmentTails = Words(entry, "governmentTails"),
            GovernmentVerbs = Words(entry, "governmentVerbs"),
            GovernmentAdverbs = Words(entry, "governmentAdverbs"),
            GovernmentSubjects = Words(entry, "governmentSubjects"),
            GovernmentStances = Words(entry, "governmentStances"),
            CapitalPlaceHeads = Words(entry, "capitalPlaceHeads"),
            CapitalPlaceTails = Words(entry, "capitalPlaceTails"),
            GovernmentHeads = Words(entry, "governmentHeads"),
            OtherCapitals = Words(entry, "otherCapitals"),
            CapitalJoints = Words(entry, "capitalJoints"),
            CitySurnames = Words(entry, "citySurnames"),
            CityEndings = Words(entry, "cityEndings"),
            CityPosts = Words(entry, "cityPosts"),
            RegionEndings = Words(entry, "regionEndings"),
            NotGivenNames = Words(entry, "notGivenNames"),
            OtherCities = Words(entry, "otherCities"),
            DistrictTails = Words(entry, "districtTails"),
            CityPlaceNouns = Words(entry, "cityPlaceNouns"),
            DoubtfulCityHeads = Words(entry, "doubtfulCityHeads"),
            DoubtfulCityTails = Words(entry, "doubtfulCityTails"),
            NotCityNames = Words(entry, "notCityNames"),
            FamilyNamesLikeCities = Words(entry, "familyNamesLikeCities"),
            PassingHeads = Words(entry, "passingHeads"),
            PassingTails = Words(entry, "passingTails"),
            HereWords = Words(entry, "hereWords"),
            Organizations = entry.FindEntry("organizations") is { } organizations ? ReadOrganizations(organizations) : new(),
            EventHeads = Words(entry, "eventHeads"),
            EventTails = Words(entry, "eventTails"),
            CityThingTails = Words(entry, "cityThingTails"),
            Datelines = ReadPatterns(entry, "datelines"),
            Bylines = ReadPatterns(entry, "bylines"),
            SpeakingNouns = Words(entry, "speakingNouns"),
            BodyNouns = Words(entry, "bodyNouns"),
            DocumentNouns = Words(entry, "documentNouns"),
            States = Words(entry, "states"),
            ListedBodies = Words(entry, "listedBodies"),
            Determiners = Words(entry, "determiners"),
            DefiniteDeterminers = Words(entry, "definiteDeterminers"),
            AdverbialOpeners = Words(entry, "adverbialOpeners"),
            Prepositions = Words(entry, "prepositions"),
            Conjunctions = Words(entry, "conjunctions"),
            Relatives = Words(entry, "relatives"),
            NameParticles = Words(entry, "nameParticles"),
            Abbreviations = Words(entry, "abbreviations"),
            Speech = entry.FindEntry("speech") is { } speech ? SpeechFile.Read(speech) : new(),
            Figures = entry.FindEntry("figures") is { } figures ? ReadFigures(figures) : new(),
        };
        entry.ReportUnknownKeys();
        return rules;
    }

    static OrganizationRules ReadOrganizations(YamlEntry entry)
    {
        var rules = new OrganizationRules
        {
            FormsAfter = Words(entry, "formsAfter"),
            FormsBefore = Words(entry, "formsBefore"),
            Endings = Words(entry, "endings"),
            WeakEndings = Words(entry, "weakEndings"),
            CompanyFollowers = Words(entry, "companyFollowers"),
            CompanyLeads = Words(entry, "companyLeads"),
            ThirdStateBodies = Words(entry, "thirdStateBodies"),
            StateBodies = Words(entry, "stateBodies"),
            InnerPossessives = Words(entry, "innerPossessives"),
            FormsWithin = Words(entry, "formsWithin"),
            Heads = Words(entry, "heads"),
            Portfolios = Words(entry, "portfolios"),
            Generic = Words(entry, "generic"),
            Borders = Words(entry, "borders"),
            NotBefore = Words(entry, "notBefore"),
            Introductions = Words(entry, "introductions"),
            Descriptions = Words(entry, "descriptions"),
            SubjectTails = Words(entry, "subjectTails"),
            CommonNouns = Words(entry, "commonNouns"),
            CompanyMarks = Words(entry, "companyMarks"),
            CompanyTails = Words(entry, "companyTails"),
            KatakanaTails = Words(entry, "katakanaTails"),
            HiraganaNames = Words(entry, "hiraganaNames"),
            NotBorders = Words(entry, "notBorders"),
            BordersBehindFigures = Words(entry, "bordersBehindFigures"),
            BordersBehindWords = Words(entry, "bordersBehindWords"),
            BordersBeforeCities = Words(entry, "bordersBeforeCities"),
            Offices = Words(entry, "offices"),
            OfficeJoints = Words(entry, "officeJoints"),
            ProvinceTails = Words(entry, "provinceTails"),
            BranchPlaces = Words(entry, "branchPlaces"),
            Nations = Words(entry, "nations"),
            NationalBodies = Words(entry, "nationalBodies"),
            NotBranches = Words(entry, "notBranches"),
            BranchTails = Words(entry, "branchTails"),
            ReleaserTails = Words(entry, "releaserTails"),
            ReleaseMarks = Words(entry, "releaseMarks"),
            Pauses = Words(entry, "pauses"),
            ListJoints = Words(entry, "listJoints"),
            ListTails = Words(entry, "listTails"),
            PartnerVerbs = Words(entry, "partnerVerbs"),
            SeatHeads = Words(entry, "seatHeads"),
            Possessives = Words(entry, "possessives"),
            ShareTails = Words(entry, "shareTails"),
            ListHeads = Words(entry, "listHeads"),
            CompanyListHeads = Words(entry, "companyListHeads"),
            CompanyVerbs = Words(entry, "companyVerbs"),
            NotBehindKnown = Words(entry, "notBehindKnown"),
            Trades = Words(entry, "trades"),
            PluralWords = Words(entry, "pluralWords"),
            TraderFollowers = Words(entry, "traderFollowers"),
            CityVerbs = Words(entry, "cityVerbs"),
            CityLinks = Words(entry, "cityLinks"),
            HouseEndings = Words(entry, "houseEndings"),
            Plants = Words(entry, "plants"),
            AgentHeads = Words(entry, "agentHeads"),
            AgentTails = Words(entry, "agentTails"),
            SourceHeads = Words(entry, "sourceHeads"),
            SourceTails = Words(entry, "sourceTails"),
            NotOffices = Words(entry, "notOffices"),
        };
        entry.ReportUnknownKeys();
        return rules;
    }

    static FigureRules ReadFigures(YamlEntry entry)
    {
        var rules = new FigureRules
        {
            Numbers = ReadMeanings(entry, "numbers", IsNumber),
            Multipliers = ReadMeanings(entry, "multipliers", IsNumber),
            Currencies = ReadMeanings(entry, "currencies", meaning => meaning.Length == 3 && meaning.All(char.IsAsciiLetterUpper)),
            Shares = ReadMeanings(entry, "shares", IsNumber),
            SharesBefore = Words(entry, "sharesBefore"),
            Subshares = ReadMeanings(entry, "subshares", IsNumber),
            Fractions = Words(entry, "fractions"),
            Months = Words(entry, "months"),
            Adjectives = Words(entry, "adjectives"),
            Units = ReadMeanings(entry, "units", meaning => meaning.Length > 0),
            Measures = Words(entry, "measures"),
            Nouns = ReadMeanings(entry, "nouns", meaning => meaning.Length > 0),
            NotCounted = Words(entry, "notCounted"),
            Subunits = ReadMeanings(entry, "subunits", IsNumber),
            Ratios = Words(entry, "ratios"),
            Ranges = Words(entry, "ranges"),
            Bounds = ReadMeanings(entry, "bounds", meaning => meaning is "about" or "at-most" or "less-than" or "at-least" or "more-than"),
            Subjects = ReadMeanings(entry, "subjects", meaning => meaning.Length > 0),
            Changes = ReadMeanings(entry, "changes", meaning => meaning is "rise" or "fall"),
            Comparisons = ReadMeanings(entry, "comparisons", meaning => meaning.Length > 0),
            Periods = ReadMeanings(entry, "periods", meaning => meaning.Length > 0),
        };
        entry.ReportUnknownKeys();
        return rules;
    }

    static bool IsNumber(string meaning) => decimal.TryParse(meaning, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    /// <summary>A list of <c>words = meaning</c>; several words may share a meaning: <c>firm, firms = companies</c>.</summary>
    static ImmutableArray<FigureWord> ReadMeanings(YamlEntry entry, string key, Func<string, bool> isMeaning)
    {
        var read = ImmutableArray.CreateBuilder<FigureWord>();
        foreach (string line in entry.Texts(key))
        {
            int sign = line.LastIndexOf('=');
            string meaning = sign < 0 ? "" : line[(sign + 1)..].Trim();
            if (sign < 1 || !isMeaning(meaning))
                entry.Report(key, $"'{line}' in '{key}' must be written 'words = meaning', and the meaning must be of its kind.");
            else
                read.AddRange(line[..sign].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word => new FigureWord(word, meaning)));
        }
        return read.ToImmutable();
    }

    static Language ReadLanguage(YamlEntry entry)
    {
        entry.Text("language");
        return entry.FindLanguage("language") ?? Language.English;
    }

    /// <summary>The words of a list; one that stands there twice is a mistake, because editors then correct only one of them.</summary>
    public static ImmutableArray<string> Words(YamlEntry entry, string key)
    {
        ImmutableArray<string> words = entry.Texts(key);
        foreach (string twice in words.GroupBy(word => word, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key))
            entry.Report(key, $"'{twice}' stands twice in '{key}': delete one.");
        return words;
    }

    static QuotationMarks? ReadMarks(YamlEntry entry)
    {
        string open = entry.Text("open");
        string close = entry.Text("close");
        bool innerOnly = entry.Flag("innerOnly");
        entry.ReportUnknownKeys();
        if (open.Length == 1 && close.Length == 1)
            return new(open[0], close[0], innerOnly);
        entry.Report("A pair of quotation marks is one character each: {open: \"「\", close: \"」\"}.");
        return null;
    }

    static ImmutableArray<Cue> ReadCues(YamlEntry entry)
    {
        if (entry.FindEntry("cues") is not { } cues)
            return [];
        ImmutableArray<Cue> read =
        [
            .. Words(cues, "anywhere").Select(word => new Cue(word, CuePosition.Anywhere)),
            .. Words(cues, "afterSpeaker").Select(word => new Cue(word, CuePosition.AfterSpeaker)),
            .. Words(cues, "participles").Select(word => new Cue(word, CuePosition.Participle)),
        ];
        cues.ReportUnknownKeys();
        foreach (IGrouping<string, Cue> same in read.GroupBy(cue => cue.Word, StringComparer.Ordinal).Where(same => same.Select(cue => cue.Position).Distinct().Count() > 1))
            cues.Report($"The cue '{same.Key}' has two positions: {string.Join(", ", same.Select(cue => cue.Position))}. Keep one.");
        return [.. read.DistinctBy(cue => cue.Word)];
    }

    static SourceMark ReadSourceMark(YamlEntry entry)
    {
        var mark = new SourceMark(entry.FindText("before") ?? "", entry.FindText("after") ?? "");
        entry.ReportUnknownKeys();
        if (mark is { Before: "", After: "" })
            entry.Report("A source mark needs 'before', 'after' or both.");
        return mark;
    }

    public static ImmutableArray<string> ReadPatterns(YamlEntry entry, string key)
    {
        ImmutableArray<string> patterns = entry.Texts(key);
        return [.. patterns.Where(pattern => IsPattern(entry, key, pattern))];
    }

    static bool IsPattern(YamlEntry entry, string key, string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.NonBacktracking);
            return true;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            entry.Report(key, $"'{pattern}' is not a regular expression that can run without backtracking: {e.Message}");
            return false;
        }
    }
}
