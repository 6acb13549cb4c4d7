//! What paragraphs of a style look like: their size and weight, and the list that they are items of.

use crate::read::book::Refused;
use crate::read::xml;
use quick_xml::events::Event;
use std::collections::BTreeMap;

/// Styles upon styles that are followed.
const DEPTH: usize = 12;
/// Size of type in points where a document states none.
const USUAL: f32 = 10.0;

/// How text looks, as far as it is stated.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Look {
    /// Size in points.
    pub(super) size: Option<f32>,
    /// Set in bold type.
    pub(super) bold: Option<bool>,
    /// Number of the list, and the level in it.
    pub(super) list: Option<(u32, usize)>,
}

impl Look {
    /// What this states, else what the other one does.
    pub(super) fn over(self, other: Self) -> Self {
        Self {
            size: self.size.or(other.size),
            bold: self.bold.or(other.bold),
            list: self.list.or(other.list),
        }
    }
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    looks: BTreeMap<String, (Look, Option<String>)>,
    usual: Look,
    /// The style of paragraphs that name none.
    plain: Option<String>,
}

impl Styles {
    /// Those of the part that describes them.
    pub(super) fn of(part: &str) -> Result<Self, Refused> {
        let mut styles = Self::default();
        let mut reader = xml::reader(part.as_bytes());
        let mut buffer = Vec::new();
        let mut open: Option<(String, Look, Option<String>)> = None;
        loop {
            match reader.read_event_into(&mut buffer) {
                Ok(Event::Start(element)) => match (element.local_name().as_ref(), &mut open) {
                    ("style", _) => {
                        let id = xml::attribute(&element, "styleId").unwrap_or_default();
                        let of_paragraphs = xml::attribute(&element, "type").as_deref() == Some("paragraph");
                        if of_paragraphs && xml::flag(&element, "default") {
                            styles.plain = Some(id.clone());
                        }
                        open = Some((id, Look::default(), None));
                    }
                    ("basedOn", Some((_, _, base))) => *base = xml::attribute(&element, "val"),
                    ("sz", Some((_, look, _))) => look.size = half_points(&element),
                    ("sz", None) => styles.usual.size = half_points(&element),
                    ("b", Some((_, look, _))) => look.bold = Some(stated(&element)),
                    ("numId", Some((_, look, _))) => {
                        let level = look.list.map_or(0, |(_, level)| level);
                        look.list = xml::number(&element, "val").map(|number| (number, level));
                    }
                    ("ilvl", Some((_, look, _))) => {
                        let level = xml::number(&element, "val").unwrap_or(0) as usize;
                        look.list = Some((look.list.map_or(0, |(number, _)| number), level));
                    }
                    _ => {}
                },
                Ok(Event::End(element)) if element.local_name().as_ref() == "style" => {
                    if let Some((id, look, base)) = open.take() {
                        styles.looks.insert(id, (look, base));
                    }
                }
                Ok(Event::Eof) => return Ok(styles),
                Ok(_) => {}
                Err(error) => return Err(Refused::broken(&error)),
            }
            buffer.clear();
        }
    }

    /// How paragraphs of a style look, what it is based on included.
    pub(super) fn look(&self, style: Option<&str>) -> Look {
        let mut look = Look::default();
        let mut next = style.or(self.plain.as_deref());
        for _ in 0..DEPTH {
            let Some((stated, base)) = next.and_then(|id| self.looks.get(id)) else { break };
            look = look.over(*stated);
            next = base.as_deref();
        }
        look.over(self.usual).over(Look { size: Some(USUAL), bold: Some(false), list: None })
    }
}

/// The value of an element that is on unless it says otherwise.
pub(super) fn stated(element: &quick_xml::events::BytesStart<'_>) -> bool {
    xml::attribute(element, "val")
        .is_none_or(|value| !matches!(value.as_str(), "0" | "false" | "off" | "none"))
}

/// A size that is given in half points.
pub(super) fn half_points(element: &quick_xml::events::BytesStart<'_>) -> Option<f32> {
    xml::number(element, "val").filter(|size| (2..=400).contains(size)).map(|size| size as f32 / 2.0)
}
