//! What the comparison of two reported rows can come to, one level at most of each kind of observation.

use super::{Key, codes};

codes! {
    /// What is observed of two reported rows that may be one engagement. A level that is not observed weighs nothing:
    /// silence is no evidence.
    Level {
        /// The same days, of more than one.
        SameDays = "days: same range",
        /// The same day.
        SameDay = "days: same",
        /// The first or the last day is the same.
        SameEnd = "days: first or last same",
        /// A day that the one row tells in its title.
        ToldDay = "days: told in a title",
        /// The same day with day and month exchanged.
        ExchangedDay = "days: day and month exchanged",
        /// The same first day; one lasts long.
        SameStart = "days: first same, one long",
        /// The days of the one lie within those of the other.
        WithinDays = "days: within",
        /// The same of guests, who are in town for all of them.
        WithinDaysGuests = "days: within, guests",
        /// The day after, and the guests stay in town.
        NextDay = "days: next, guests",
        /// The day after, of a side that lives in town or elsewhere.
        NextDayOther = "days: next, others",
        /// Two to four days between.
        FewDays = "days: 2 to 4 apart",
        /// The same of guests, who may stay so long.
        FewDaysGuests = "days: 2 to 4 apart, guests",
        /// Five to fourteen.
        SomeDays = "days: 5 to 14 apart",
        /// Fifteen to sixty.
        ManyDays = "days: 15 to 60 apart",
        /// The same day and month of another year.
        OtherYear = "days: another year",
        /// More than sixty days between.
        FarDays = "days: far apart",
        /// Both tell the same month only.
        SameMonth = "months: same",
        /// Both tell the same quarter or year only.
        SameSeason = "seasons: same",
        /// The day of the one lies in the month of the other.
        DayInMonth = "months: day within",
        /// The day of the one lies in the quarter or year of the other.
        DayInSeason = "seasons: day within",
        /// Days near the month of the other, and outside.
        NearMonth = "months: 1 to 14 days outside",
        /// Days outside the month, quarter or year of the other.
        OtherMonth = "months: other",
        /// One has no day.
        OneUndated = "days: none in one",
        /// Neither has a day.
        BothUndated = "days: none",

        /// They share a country, town or body that many rows name.
        CommonSide = "side: shared, common",
        /// They share one that some rows name.
        UsualSide = "side: shared, usual",
        /// They share one that hardly another row names.
        RareSide = "side: shared, rare",
        /// They share two sorts: country and town, country and body, town and body.
        TwoSides = "side: two sorts shared",
        /// They share nothing.
        NoSide = "side: none shared",
        /// They share neither a side nor a person nor matter: that a day has two rows says nothing.
        NothingShared = "side: nothing shared",
        /// Some of the countries.
        CountriesPartly = "countries: partly",
        /// Other countries, and the body is the same.
        CountriesBody = "countries: unlike, body shared",
        /// Other countries.
        CountriesUnlike = "countries: unlike",
        /// Other bodies, of names alike.
        BodiesAlike = "bodies: alike",
        /// Other names of bodies, of which one or both stand in no list.
        BodiesUnlisted = "bodies: unlike, unlisted",
        /// Other bodies.
        BodiesUnlike = "bodies: unlike",
        /// Other towns.
        CitiesUnlike = "towns: unlike",

        /// The same person, by spelling or by sound.
        SamePerson = "person: same",
        /// Names that may be one, written down by ear.
        LikePerson = "person: alike",
        /// Other persons.
        OtherPerson = "person: unlike",
        /// The same rank.
        SameRank = "rank: same",
        /// Ranks that one person can have.
        LikeRank = "rank: alike",
        /// Two posts.
        OtherRank = "rank: unlike",

        /// The same title.
        SameTitle = "matter: same title",
        /// The same title, of words that every report uses.
        SameStock = "matter: same stock title",
        /// The same matter in nearly the same letters.
        Matter5 = "matter: 0.7",
        /// At least half of it.
        Matter4 = "matter: 0.5",
        /// A third.
        Matter3 = "matter: 0.33",
        /// A fifth.
        Matter2 = "matter: 0.2",
        /// A tenth.
        Matter1 = "matter: 0.1",
        /// Less.
        Matter0 = "matter: less",
        /// A subject that few rows have, in either language.
        RareSubject = "subject: shared, rare",
        /// One that some have.
        UsualSubject = "subject: shared, usual",
        /// One that many have.
        CommonSubject = "subject: shared, common",
        /// Other subjects, of guests.
        OtherSubject = "subject: unlike, guests",
        /// Other subjects, where each tells its own part: at a call, or of one who joined.
        AsideSubject = "subject: unlike, aside",
        /// Other subjects, of a side that lives in town and comes with many.
        ResidentSubject = "subject: unlike, residents",
        /// A Latin word or short form that few rows have.
        RareWord = "words: shared, rare",
        /// One that more have.
        UsualWord = "words: shared",
        /// The same running number.
        SameEdition = "edition: same",
        /// Other running numbers: two of a series.
        OtherEdition = "edition: unlike",

        /// Both are courtesy calls.
        BothCalls = "kind: both calls",
        /// The same kind, both told by a wording.
        SameKind = "kind: same",
        /// The same kind, as far as can be told.
        LikelyKind = "kind: same, guessed",
        /// Another kind of the same family.
        KindFamily = "kind: family",
        /// A visit against a journey, a congress or a signing, both told.
        FarKind = "kind: visit and other",
        /// The same, guessed.
        FarKindGuessed = "kind: visit and other, guessed",
        /// Another family, both told.
        OtherKind = "kind: unlike",
        /// Another family, guessed.
        OtherKindGuessed = "kind: unlike, guessed",
        /// A letter against an event.
        LetterKind = "kind: letter and event",
        /// Two acts of one visit: other families, told, and no matter shared.
        OtherAct = "kind: two acts",
        /// A service against an event.
        ServiceEvent = "service: service and event",
        /// The same sort of service.
        SameService = "service: same",
        /// Two services of other sorts.
        OtherService = "service: unlike",
        /// Services on other matters.
        ServiceMatter = "service: matter unlike",
        /// The same department was supported.
        SameSupported = "supported: same",
        /// Other departments were supported.
        OtherSupported = "supported: unlike",
        /// One was cancelled or postponed.
        OtherStatus = "status: unlike",

        /// The same executive of the city.
        SameLead = "lead: same",
        /// Other executives of one branch.
        OtherLead = "lead: unlike",
        /// The council and the governor's side: they receive apart.
        OtherHost = "lead: two hosts",
        /// No other row of either file could be meant as well.
        NoRival = "rivals: none",
        /// One could.
        OneRival = "rivals: one",
        /// More could.
        Rivals = "rivals: more",
        /// One row names the department of the other.
        NamesReporter = "reporter: named",
        /// The same department tells it again in the same words.
        UnitAgain = "reporter: same, again",
        /// The same department in another report.
        SameUnit = "reporter: same",
        /// Another sheet of the file tells it in the same words.
        SheetAgain = "reporter: other sheet, again",
        /// Another sheet of the file.
        OtherSheet = "reporter: other sheet",
        /// One table tells each traveller of a journey: the same days, the same place abroad.
        SameJourney = "reporter: same table, journey",
        /// One table tells one engagement once.
        SameTable = "reporter: same table",
    }
}

impl Level {
    /// The field that was compared: what the code begins with.
    pub fn key(self) -> Key {
        match self.code().split_once(':').map_or("", |(field, _)| field) {
            "days" | "months" | "seasons" => Key::Start,
            "side" | "countries" => Key::Countries,
            "bodies" => Key::Organisations,
            "towns" => Key::Cities,
            "person" => Key::Counterpart,
            "rank" => Key::CounterpartRank,
            "matter" | "subject" | "words" | "edition" => Key::Title,
            "kind" => Key::Kind,
            "service" => Key::Group,
            "supported" => Key::SupportedDepartment,
            "status" => Key::Status,
            "lead" => Key::Lead,
            _ => Key::Sources,
        }
    }
}
