//! The closed lists of the data contract. The words of each code are in `labels`.

/// Defines an enum whose variants have a stable code, in the data files or in the tables of a vocabulary.
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$vmeta])* #[serde(rename = $code)] $variant,)+
        }

        impl $name {
            /// All of them, in their order here.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its code.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// The variant of a code.
            pub fn of(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}
pub(crate) use codes;

codes! {
    /// Whether an engagement took place.
    Status {
        /// Took place.
        Held = "held",
        /// Announced, and no report says that it took place.
        Planned = "planned",
        /// Called off.
        Cancelled = "cancelled",
        /// Put off.
        Postponed = "postponed",
    }
}

codes! {
    /// What kind of engagement it is (`type` in the data files).
    Kind {
        /// เข้าเยี่ยมคารวะ
        CourtesyCall = "courtesy_call",
        /// หารือ ประชุมร่วม
        Meeting = "meeting",
        /// คณะต่างประเทศมาเยือน ดูงาน
        InboundVisit = "inbound_visit",
        /// เดินทางไปราชการต่างประเทศ
        OutboundVisit = "outbound_visit",
        /// ลงนาม สถาปนาเมืองพี่เมืองน้อง
        Agreement = "agreement",
        /// ประชุม สัมมนานานาชาติ
        Conference = "conference",
        /// อบรม ทุน แลกเปลี่ยนบุคลากร
        Training = "training",
        /// เทศกาล นิทรรศการ การแสดง กีฬา
        CulturalEvent = "cultural_event",
        /// วันชาติ งานรับรอง พิธีการ
        Ceremony = "ceremony",
        /// รับหรือมอบความช่วยเหลือ บริจาค
        Assistance = "assistance",
        /// ล่าม แปล ร่างหนังสือ ที่ปรึกษาพิธีการทูต
        SupportService = "support_service",
        /// หนังสือโต้ตอบ
        Correspondence = "correspondence",
        /// None of these.
        Other = "other",
    }
}

codes! {
    /// The three groups that the city counts by, and the rest.
    Group {
        /// With representatives of a foreign state, its embassy or a foreign city's government.
        State = "state",
        /// With an international organisation or network.
        Organisation = "organisation",
        /// A foreign-affairs service to the city's own departments.
        Support = "support",
        /// With a foreign company, university or association only.
        Other = "other",
    }
}

codes! {
    /// The seven fields of the city's foreign relations.
    Theme {
        /// การค้าการลงทุน
        TradeInvestment = "trade_investment",
        /// วัฒนธรรม
        Culture = "culture",
        /// สิ่งแวดล้อม
        Environment = "environment",
        /// การบริหารจัดการเมือง
        UrbanManagement = "urban_management",
        /// คุณภาพชีวิต
        QualityOfLife = "quality_of_life",
        /// การศึกษา
        Education = "education",
        /// การท่องเที่ยว
        Tourism = "tourism",
    }
}

codes! {
    /// How exact a date is.
    Precision {
        /// A day or a range of days.
        Day = "day",
        /// Months.
        Month = "month",
        /// A quarter.
        Quarter = "quarter",
        /// A year, a half-year or a fiscal year.
        Year = "year",
        /// No date.
        None = "none",
    }
}

codes! {
    /// Rank of the foreign side's most senior person, highest first.
    Rank {
        /// พระราชวงศ์
        Royalty = "royalty",
        /// ประธานาธิบดี
        HeadOfState = "head_of_state",
        /// นายกรัฐมนตรี
        HeadOfGovernment = "head_of_government",
        /// รัฐมนตรี
        Minister = "minister",
        /// รัฐมนตรีช่วยว่าการ
        ViceMinister = "vice_minister",
        /// เอกอัครราชทูต
        Ambassador = "ambassador",
        /// อุปทูต
        Charge = "charge",
        /// กงสุล
        Consul = "consul",
        /// นายกเทศมนตรี ผู้ว่าการ
        MayorGovernor = "mayor_governor",
        /// หัวหน้าองค์การ
        OrgHead = "org_head",
        /// เจ้าหน้าที่ระดับสูง
        SeniorOfficial = "senior_official",
        /// ผู้เชี่ยวชาญ
        Expert = "expert",
        /// คณะผู้แทน
        Delegation = "delegation",
        /// ภาคธุรกิจ
        Business = "business",
        /// Another.
        Other = "other",
    }
}

codes! {
    /// How people met.
    Mode {
        /// In one place.
        Onsite = "onsite",
        /// By video.
        Online = "online",
        /// Both.
        Hybrid = "hybrid",
    }
}
