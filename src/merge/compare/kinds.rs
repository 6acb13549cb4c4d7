//! Whether two rows tell of one act.

use super::super::traits::Traits;
use crate::model::{Kind, Level};
use crate::vocab::subjects::{Sort, Subject};

/// What a row is about: rows of one family word the same event differently, rows of two are two events.
pub fn family(kind: Kind) -> u8 {
    match kind {
        Kind::CourtesyCall | Kind::Meeting | Kind::InboundVisit => 1,
        Kind::OutboundVisit => 2,
        Kind::Conference => 3,
        Kind::Training => 4,
        Kind::Agreement => 5,
        Kind::CulturalEvent => 6,
        Kind::Ceremony => 7,
        Kind::Assistance => 8,
        Kind::SupportService => 9,
        Kind::Correspondence => 10,
        Kind::Other => 0,
    }
}

/// The families of two rows, the smaller number first.
fn families(a: &Traits, b: &Traits) -> (u8, u8) {
    let (one, two) = (family(a.kind.0), family(b.kind.0));
    (one.min(two), one.max(two))
}

/// "Other" is what could not be told; journeys are made for congresses and training.
fn tells_nothing(families: (u8, u8)) -> bool {
    matches!(families, (0, _) | (2, 3 | 4))
}

/// The level of two kinds.
pub fn kind(a: &Traits, b: &Traits) -> Option<Level> {
    let told = a.kind.1 && b.kind.1;
    let families = families(a, b);
    if a.kind.0 == b.kind.0 {
        return match (a.kind.0, told) {
            (Kind::Other, _) => None,
            (Kind::CourtesyCall, true) => Some(Level::BothCalls),
            (_, true) => Some(Level::SameKind),
            (_, false) => Some(Level::LikelyKind),
        };
    }
    match families {
        (one, two) if one == two => Some(Level::KindFamily),
        pair if tells_nothing(pair) => None,
        (_, 10) => Some(Level::LetterKind),
        (1, 2 | 3 | 5) => Some(if told { Level::FarKind } else { Level::FarKindGuessed }),
        _ => Some(if told { Level::OtherKind } else { Level::OtherKindGuessed }),
    }
}

/// Two acts of one visit, of rows that tell of two matters.
pub fn two_acts(a: &Traits, b: &Traits) -> Option<Level> {
    let (one, two) = families(a, b);
    let told = a.kind.1 && b.kind.1 && one != two && !tells_nothing((one, two));
    told.then_some(Level::OtherAct)
}

/// The levels of two rows of which one or both tell of a service.
pub fn service(a: &Traits, b: &Traits, other_matter: bool) -> Vec<Level> {
    let mut levels = Vec::new();
    if a.is_support() != b.is_support() {
        levels.push(Level::ServiceEvent);
    } else if a.is_support() {
        let of = |row: &Traits| -> Vec<Subject> {
            row.subjects.iter().filter(|subject| subject.sort == Sort::Service).copied().collect()
        };
        let (one, two) = (of(a), of(b));
        if !one.is_empty() && !two.is_empty() {
            let same = one.iter().any(|service| two.contains(service));
            levels.push(if same { Level::SameService } else { Level::OtherService });
        }
        if other_matter {
            levels.push(Level::ServiceMatter);
        }
        if let (Some(one), Some(two)) = (a.supported, b.supported) {
            levels.push(if one == two { Level::SameSupported } else { Level::OtherSupported });
        }
    }
    levels
}
