namespace KnowledgeBase.Editorial;

/// <summary>Reads the part <c>speech</c> of <c>content/languages/&lt;code&gt;.yml</c>.</summary>
static class SpeechFile
{
    public static SpeechRules Read(YamlEntry entry)
    {
        var rules = new SpeechRules
        {
            ClauseEndings = LanguageFiles.Words(entry, "clauseEndings"),
            ObjectMarks = LanguageFiles.Words(entry, "objectMarks"),
            NotNounEndings = LanguageFiles.Words(entry, "notNounEndings"),
            CueEndings = LanguageFiles.Words(entry, "cueEndings"),
            ClauseCues = LanguageFiles.Words(entry, "clauseCues"),
            HearsayEndings = LanguageFiles.Words(entry, "hearsayEndings"),
            Occasions = LanguageFiles.Words(entry, "occasions"),
            Copulas = LanguageFiles.Words(entry, "copulas"),
            Anaphors = LanguageFiles.Words(entry, "anaphors"),
            TitleJoints = LanguageFiles.Words(entry, "titleJoints"),
            VoiceJoints = LanguageFiles.Words(entry, "voiceJoints"),
            VoiceNouns = LanguageFiles.Words(entry, "voiceNouns"),
            NamingVerbs = LanguageFiles.Words(entry, "namingVerbs"),
            TitleNouns = LanguageFiles.Words(entry, "titleNouns"),
            SameCompany = LanguageFiles.Words(entry, "sameCompany"),
            PeopleEndings = LanguageFiles.Words(entry, "peopleEndings"),
            DayTimes = LanguageFiles.Words(entry, "dayTimes"),
            PostScopes = LanguageFiles.Words(entry, "postScopes"),
            PostNations = LanguageFiles.Words(entry, "postNations"),
            PostPrefixes = LanguageFiles.Words(entry, "postPrefixes"),
            AgeMarks = LanguageFiles.Words(entry, "ageMarks"),
            NotOwners = LanguageFiles.Words(entry, "notOwners"),
            NotBehindEndings = LanguageFiles.Words(entry, "notBehindEndings"),
            FamilyNameEndings = LanguageFiles.Words(entry, "familyNameEndings"),
            NameBreaks = LanguageFiles.Words(entry, "nameBreaks"),
            NameStops = LanguageFiles.Words(entry, "nameStops"),
            PostLetters = LanguageFiles.Words(entry, "postLetters"),
            Addressing = LanguageFiles.Words(entry, "addressing"),
            Companies = LanguageFiles.Words(entry, "companies"),
            NameHeads = LanguageFiles.Words(entry, "nameHeads"),
            TermHeads = LanguageFiles.Words(entry, "termHeads"),
            TermTails = LanguageFiles.Words(entry, "termTails"),
            Transcriptions = LanguageFiles.Words(entry, "transcriptions"),
            NotPhraseBeginnings = LanguageFiles.Words(entry, "notPhraseBeginnings"),
            GivenNameBeginnings = LanguageFiles.Words(entry, "givenNameBeginnings"),
            GivenNameEndings = LanguageFiles.Words(entry, "givenNameEndings"),
            NotInNames = LanguageFiles.Words(entry, "notInNames"),
            OriginHeads = LanguageFiles.Words(entry, "originHeads"),
            ClauseBeginnings = LanguageFiles.Words(entry, "clauseBeginnings"),
            Turns = LanguageFiles.ReadPatterns(entry, "turns"),
            Askers = LanguageFiles.Words(entry, "askers"),
            Answers = LanguageFiles.Words(entry, "answers"),
        };
        entry.ReportUnknownKeys();
        return rules;
    }
}
