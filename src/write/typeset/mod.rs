//! What typst sees: its library, our fonts and templates, and the data. Nothing else: no disk, no network, no clock.

mod copyable;
mod unbroken;

pub use unbroken::Protected;

use crate::model::OWN_MARK;
use jiff::civil::Date;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::introspection::Introspector;
use typst::layout::{Abs, Frame, FrameItem};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, Timestamp};

/// Sarabun, under the SIL Open Font License that lies beside it.
const FONTS: [&[u8]; 3] = [
    include_bytes!("../fonts/Sarabun_400Regular.ttf"),
    include_bytes!("../fonts/Sarabun_600SemiBold.ttf"),
    include_bytes!("../fonts/Sarabun_700Bold.ttf"),
];

/// The templates by the names they import each other with.
const TEMPLATES: [(&str, &str); 3] = [
    (SUMMARY, include_str!("../templates/summary.typ")),
    ("charts.typ", include_str!("../templates/charts.typ")),
    (SLIPS, include_str!("../templates/slips.typ")),
];

/// The template of the summary.
pub const SUMMARY: &str = "summary.typ";
/// The template of the return slips.
pub const SLIPS: &str = "slips.typ";

/// Name under which the templates read the data.
const DATA: &str = "data.json";

/// What is the same for every document.
struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: Vec<Source>,
    data: FileId,
}

static SHARED: LazyLock<Result<Shared, String>> = LazyLock::new(|| {
    let fonts: Vec<Font> = FONTS.iter().flat_map(|bytes| Font::iter(Bytes::new(*bytes))).collect();
    let mut sources = Vec::new();
    for (name, text) in TEMPLATES {
        sources.push(Source::new(id(name)?, text.to_owned()));
    }
    Ok(Shared {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        sources,
        data: id(DATA)?,
    })
});

/// The identifier of a file name. Typst keeps these for ever, so the names are always the same few.
fn id(name: &str) -> Result<FileId, String> {
    let path = VirtualPath::new(name).map_err(|e| format!("{e:?}"))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

struct Files<'a> {
    shared: &'a Shared,
    /// The template that is set.
    main: FileId,
    data: Bytes,
}

impl World for Files<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.shared.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shared.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let found = self.shared.sources.iter().find(|source| source.id() == id);
        found.cloned().ok_or_else(|| missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.shared.data { Ok(self.data.clone()) } else { Err(missing(id)) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shared.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_with_slash().into())
}

/// A document that was set.
pub struct Set {
    /// Its pages.
    pub pages: usize,
    /// The PDF.
    pub pdf: Vec<u8>,
    /// The labels that stand first on a page of which the one before is less than a third full.
    pub after_gap: Vec<String>,
}

/// The part of a page below which its footer stands, and the part that is filled at least.
const BODY: f64 = 0.94;
const FILLED: f64 = 1.0 / 3.0;

/// Sets a template with the data, as PDF.
///
/// # Errors
/// Typst's own words. A warning is an error too: a missing font is only a warning, and would show as empty boxes.
pub fn typeset(template: &str, data: &Value, as_of: Date) -> Result<Set, String> {
    let shared = SHARED.as_ref().map_err(Clone::clone)?;
    let data = serde_json::to_vec(data).map_err(|error| error.to_string())?;
    let files = Files { shared, main: id(template)?, data: Bytes::new(data) };
    let made = set(&files, as_of);
    // Typst remembers layouts for the next document, which shares none with this one, and the memory is large.
    comemo::evict(0);
    made
}

fn set(files: &Files, as_of: Date) -> Result<Set, String> {
    let compiled = typst::compile::<PagedDocument>(files);
    let document = compiled.output.map_err(|errors| told(&errors))?;
    if !compiled.warnings.is_empty() {
        return Err(told(&compiled.warnings));
    }
    let day = Datetime::from_ymd_hms(
        i32::from(as_of.year()),
        as_of.month().unsigned_abs(),
        as_of.day().unsigned_abs(),
        0,
        0,
        0,
    );
    let options = PdfOptions {
        creator: Smart::Custom(Some(format!("{OWN_MARK} {}", env!("CARGO_PKG_VERSION")))),
        timestamp: day.map(Timestamp::new_utc),
        ..PdfOptions::default()
    };
    let pdf = typst_pdf::pdf(&copyable::copyable(&document), &options).map_err(|errors| told(&errors))?;
    Ok(Set { pages: document.pages().len(), pdf, after_gap: after_gap(&document) })
}

fn after_gap(document: &PagedDocument) -> Vec<String> {
    let introspector = document.introspector();
    let mut first: BTreeMap<usize, String> = BTreeMap::new();
    for element in introspector.query_labelled() {
        let page = element.location().and_then(|location| introspector.page(location));
        if let (Some(page), Some(label)) = (page, element.label()) {
            first.entry(page.get()).or_insert_with(|| label.resolve().to_string());
        }
    }
    let is_empty = |page: usize| {
        document.pages().get(page - 1).is_some_and(|page| {
            let height = page.frame.height();
            lowest(&page.frame, height * BODY) < height * FILLED
        })
    };
    first.into_iter().filter(|(page, _)| *page > 1 && is_empty(page - 1)).map(|(_, label)| label).collect()
}

/// How far down text stands in a frame, above a height.
fn lowest(frame: &Frame, above: Abs) -> Abs {
    let ends = frame.items().map(|(at, item)| match item {
        FrameItem::Group(group) => at.y + lowest(&group.frame, above - at.y),
        FrameItem::Text(_) => at.y,
        _ => Abs::zero(),
    });
    ends.filter(|end| *end < above).fold(Abs::zero(), Abs::max)
}

fn told(diagnostics: &[SourceDiagnostic]) -> String {
    diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect::<Vec<_>>().join("; ")
}
