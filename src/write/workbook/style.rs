//! The workbook's look: type, colours, formats of cells, and how high a row must be.

use crate::labels::{Lang, pick, workbook};
use crate::thai;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// Height of a line of the default format in pixels (TH Sarabun New at 16 points, with its high marks).
pub const LINE_PIXELS: u32 = 34;
/// Width of a column of the default format in pixels; the library knows only a few widths.
pub const COLUMN_PIXELS: u32 = 64;
/// The same height in points, as row heights are given.
const LINE_POINTS: f64 = 25.5;
/// The highest row that spreadsheet programs allow, in points.
const HIGHEST: f64 = 409.0;

/// Deep blue of headings.
pub const NAVY: u32 = 0x0014_3A5A;
/// Teal: engagements with states.
pub const TEAL: u32 = 0x001D_8A8A;
/// Amber: engagements with organisations.
pub const AMBER: u32 = 0x00D9_8C1F;
/// Slate blue: support services.
pub const SLATE: u32 = 0x005B_7DB1;
/// Grey: others.
pub const GREY: u32 = 0x00A9_B4BF;
/// Pale ground of tiles.
const SAND: u32 = 0x00E9_EEF3;
/// Thin lines between rows.
const LINE: u32 = 0x00C9_D2DA;
/// Values to check, and cells to fill in.
pub const FLAG: u32 = 0x00FF_F2C4;

/// The colours of the groups, in the order of `Group::ALL`.
pub const GROUPS: [u32; 4] = [TEAL, AMBER, SLATE, GREY];

/// Formats of cells.
pub struct Style {
    /// Plain text, the workbook's default.
    pub text: Format,
    /// Title of a sheet.
    pub title: Format,
    /// Note below a title.
    pub note: Format,
    /// Heading of a block on the sheet of counts.
    pub block: Format,
    /// Heading of a column.
    pub heading: Format,
    /// Heading of a column of figures.
    pub figure_heading: Format,
    /// Body text of a list.
    pub body: Format,
    /// Number in a list.
    pub number: Format,
    /// Running number.
    pub running: Format,
    /// Amount of money.
    pub money: Format,
    /// A day, a month, a year.
    pub dates: [Format; 3],
    /// Name of a tile.
    pub tile_name: Format,
    /// Figure of a tile.
    pub tile_figure: Format,
    /// Small print of a tile.
    pub tile_note: Format,
}

impl Style {
    /// The formats for a language.
    pub fn new(lang: Lang) -> Self {
        let text = Format::new().set_font_name(workbook::words(lang).font).set_font_size(16);
        let body = text
            .clone()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_border_bottom(FormatBorder::Thin)
            .set_border_color(Color::RGB(LINE));
        // Only the language code 107041E makes both Excel and LibreOffice show the Buddhist year of a real date.
        let date =
            |th: &str, en: &str| body.clone().set_num_format(pick(lang, th, en)).set_align(FormatAlign::Left);
        let heading = text
            .clone()
            .set_bold()
            .set_font_color(Color::White)
            .set_background_color(Color::RGB(NAVY))
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter);
        let tile = text
            .clone()
            .set_background_color(Color::RGB(SAND))
            .set_text_wrap()
            .set_align(FormatAlign::Left)
            .set_indent(1)
            .set_border_right(FormatBorder::Thick)
            .set_border_right_color(Color::White);
        Self {
            title: text.clone().set_bold().set_font_size(24).set_font_color(Color::RGB(NAVY)),
            note: text.clone().set_font_color(Color::RGB(0x005B_6B7A)),
            block: text.clone().set_bold().set_font_size(18).set_font_color(Color::RGB(NAVY)),
            figure_heading: heading.clone().set_align(FormatAlign::Right),
            heading,
            number: body.clone().set_num_format("#,##0").set_align(FormatAlign::Right),
            running: body.clone().set_align(FormatAlign::Center).set_font_color(Color::RGB(0x005B_6B7A)),
            money: body.clone().set_num_format("#,##0.##").set_align(FormatAlign::Right),
            dates: [
                date("[$-107041E]d mmm yyyy", "d mmm yyyy"),
                date("[$-107041E]mmm yyyy", "mmm yyyy"),
                date("[$-107041E]yyyy", "yyyy"),
            ],
            tile_name: tile.clone().set_align(FormatAlign::Top).set_font_color(Color::RGB(NAVY)),
            tile_figure: tile.clone().set_bold().set_font_size(36).set_font_color(Color::RGB(NAVY)),
            tile_note: tile.set_font_color(Color::RGB(0x001D_7A7A)),
            // Reports are untrusted: a text that begins like a formula stays a text even when the cell is edited.
            body: body.set_quote_prefix(),
            text,
        }
    }
}

/// The format of a value that a person should check.
pub fn flagged(format: &Format) -> Format {
    format.clone().set_background_color(Color::RGB(FLAG))
}

/// The format of a cell that its row does not use.
pub fn unused(format: &Format) -> Format {
    format.clone().set_background_color(Color::RGB(SAND))
}

/// Height of a row in points, from its texts and the widths of their columns: programs do not grow wrapped rows when
/// they open a file.
pub fn row_height<'a>(texts: impl Iterator<Item = (&'a str, f64)>) -> f64 {
    let most = texts.map(|(text, width)| lines(text, width)).max().unwrap_or(1).max(1);
    (LINE_POINTS * most as f64 + 3.0).min(HIGHEST)
}

/// Lines that a text takes in a column of so many characters. Marks above and below have no width; words do not break, so lines are not
/// filled to the end.
pub fn lines(text: &str, width: f64) -> usize {
    let room = (width - 1.5).max(4.0);
    text.split('\n')
        .map(|line| {
            let letters = line.chars().filter(|c| !thai::is_above_or_below(*c)).count() as f64;
            (letters / room).ceil().max(1.0) as usize
        })
        .sum()
}
