//! Small PDFs, made of what a test writes.

use std::fmt::Write as _;

/// A PDF under construction: the catalog is object 1, the pages object 2, the font `F1` object 3.
pub struct Pdf {
    objects: Vec<Vec<u8>>,
    pages: Vec<usize>,
    /// Entries that every page has, beside its content.
    pub page: String,
    /// Entries of the resources beside the font `F1`.
    pub resources: String,
    /// Entries of the catalog.
    pub catalog: String,
    /// Entries of the trailer.
    pub trailer: String,
}

/// The codes are UTF-16 units; Thai marks move nothing, everything else moves half the size.
const IDENTITY: &str = "1 begincodespacerange <0000> <ffff> endcodespacerange \
     1 beginbfrange <0000> <ffff> <0000> endbfrange";

impl Pdf {
    /// With a font whose codes are UTF-16 units.
    pub fn new() -> Self {
        let mut pdf = Self::with_font(
            "/Subtype/Type0/BaseFont/Test/Encoding/Identity-H/DescendantFonts[5 0 R]/ToUnicode 4 0 R",
        );
        pdf.stream("", IDENTITY.as_bytes());
        pdf.object(
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/Test/DW 500\
             /W[3633 3633 0 3636 3642 0 3655 3662 0]>>",
        );
        pdf
    }

    /// With a font of these entries.
    pub fn with_font(font: &str) -> Self {
        let mut pdf = Self {
            objects: vec![Vec::new(), Vec::new()],
            pages: Vec::new(),
            page: "/MediaBox[0 0 600 800]".to_owned(),
            resources: String::new(),
            catalog: String::new(),
            trailer: String::new(),
        };
        pdf.object(&format!("<</Type/Font{font}>>"));
        pdf
    }

    /// Adds an object and gives its number.
    pub fn object(&mut self, text: &str) -> usize {
        self.objects.push(text.as_bytes().to_vec());
        self.objects.len()
    }

    /// Adds a stream and gives its number.
    pub fn stream(&mut self, entries: &str, bytes: &[u8]) -> usize {
        let mut object = format!("<<{entries}/Length {}>>\nstream\n", bytes.len()).into_bytes();
        object.extend_from_slice(bytes);
        object.extend_from_slice(b"\nendstream");
        self.objects.push(object);
        self.objects.len()
    }

    /// Adds a page with this content.
    pub fn add_page(mut self, content: &str) -> Self {
        let content = self.stream("", content.as_bytes());
        self.page_with(&format!("/Contents {content} 0 R"))
    }

    /// Adds a page with this content in a stream of these entries.
    pub fn add_packed(mut self, entries: &str, content: &[u8]) -> Self {
        let content = self.stream(entries, content);
        self.page_with(&format!("/Contents {content} 0 R"))
    }

    /// Adds a page with these entries.
    pub fn page_with(mut self, entries: &str) -> Self {
        let (page, resources) = (self.page.clone(), self.resources.clone());
        let number = self.object(&format!(
            "<</Type/Page/Parent 2 0 R{page}{entries}/Resources<</Font<</F1 3 0 R>>{resources}>>>>"
        ));
        self.pages.push(number);
        self
    }

    /// Adds a page that is an object of its own.
    pub fn with_page(mut self, object: usize) -> Self {
        self.pages.push(object);
        self
    }

    /// The file.
    pub fn bytes(mut self) -> Vec<u8> {
        let kids: Vec<String> = self.pages.iter().map(|page| format!("{page} 0 R")).collect();
        self.objects[0] = format!("<</Type/Catalog/Pages 2 0 R{}>>", self.catalog).into_bytes();
        self.objects[1] =
            format!("<</Type/Pages/Kids[{}]/Count {}>>", kids.join(" "), kids.len()).into_bytes();
        let mut out = b"%PDF-1.7\n".to_vec();
        let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", self.objects.len() + 1);
        for (object, number) in self.objects.iter().zip(1..) {
            writeln!(table, "{:010} 00000 n ", out.len()).unwrap();
            out.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
            out.extend_from_slice(object);
            out.extend_from_slice(b"\nendobj\n");
        }
        let start = out.len();
        let (size, more) = (self.objects.len() + 1, &self.trailer);
        let trailer = format!("trailer\n<</Size {size}/Root 1 0 R{more}>>\nstartxref\n{start}\n%%EOF\n");
        out.extend_from_slice(table.as_bytes());
        out.extend_from_slice(trailer.as_bytes());
        out
    }
}

/// The operand that shows a text.
pub fn hex(text: &str) -> String {
    let units: Vec<String> = text.encode_utf16().map(|unit| format!("{unit:04x}")).collect();
    format!("<{}>", units.concat())
}

/// Shows a text of size 10 at a place, from the bottom left.
pub fn show(x: u32, y: u32, text: &str) -> String {
    format!("BT /F1 10 Tf 1 0 0 1 {x} {y} Tm {} Tj ET\n", hex(text))
}

/// Strokes a grid of these edges, from the bottom left.
pub fn grid(columns: &[u32], rows: &[u32]) -> String {
    let (left, right) = (columns[0], columns[columns.len() - 1]);
    let (bottom, top) = (rows[rows.len() - 1], rows[0]);
    let across = rows.iter().map(|y| format!("{left} {y} m {right} {y} l S\n"));
    let down = columns.iter().map(|x| format!("{x} {bottom} m {x} {top} l S\n"));
    across.chain(down).collect()
}
