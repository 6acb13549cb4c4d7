//! Fonts for tests: every glyph is a box.

/// A glyph of a test font, in thousandths of the size.
#[derive(Clone, Copy)]
pub struct Boxed {
    /// Advance.
    pub advance: u16,
    /// Left, bottom, right, top of its ink.
    pub ink: (i16, i16, i16, i16),
}

/// A letter of ordinary width and height.
pub const LETTER: Boxed = Boxed { advance: 500, ink: (20, 0, 480, 400) };
/// A mark over the letter before it.
pub const ABOVE: Boxed = Boxed { advance: 0, ink: (-300, 450, -50, 600) };
/// A mark under the letter before it.
pub const BELOW: Boxed = Boxed { advance: 0, ink: (-300, -250, -50, -50) };
/// A blank.
pub const BLANK: Boxed = Boxed { advance: 250, ink: (0, 0, 0, 0) };

/// A TrueType font whose glyph 0 is blank and whose glyph `n` is the `n`th of these; `codes` maps codes to glyphs by
/// a cmap of the Macintosh platform, as symbolic fonts have it.
pub fn true_type(glyphs: &[Boxed], codes: &[(u8, u8)]) -> Vec<u8> {
    let all: Vec<Boxed> = std::iter::once(BLANK).chain(glyphs.iter().copied()).collect();
    let (mut glyf, mut loca, mut hmtx) = (Vec::new(), Vec::new(), Vec::new());
    for glyph in &all {
        loca.extend_from_slice(&(glyf.len() as u32).to_be_bytes());
        glyf.extend_from_slice(&outline(glyph.ink));
        hmtx.extend_from_slice(&glyph.advance.to_be_bytes());
        hmtx.extend_from_slice(&glyph.ink.0.to_be_bytes());
    }
    loca.extend_from_slice(&(glyf.len() as u32).to_be_bytes());
    let count = all.len() as u16;
    let mut head = vec![0; 54];
    head[..4].copy_from_slice(&0x0001_0000_u32.to_be_bytes());
    head[12..16].copy_from_slice(&0x5f0f_3cf5_u32.to_be_bytes());
    head[18..20].copy_from_slice(&1000_u16.to_be_bytes());
    head[50..52].copy_from_slice(&1_u16.to_be_bytes());
    let mut hhea = vec![0; 36];
    hhea[..4].copy_from_slice(&0x0001_0000_u32.to_be_bytes());
    hhea[34..36].copy_from_slice(&count.to_be_bytes());
    let mut maxp = vec![0; 32];
    maxp[..4].copy_from_slice(&0x0001_0000_u32.to_be_bytes());
    maxp[4..6].copy_from_slice(&count.to_be_bytes());
    let mut cmap = vec![0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 12, 0, 0, 1, 6, 0, 0];
    let mut table = [0_u8; 256];
    for (code, glyph) in codes {
        table[usize::from(*code)] = *glyph;
    }
    cmap.extend_from_slice(&table);
    assemble(&[
        (b"cmap", cmap),
        (b"glyf", glyf),
        (b"head", head),
        (b"hhea", hhea),
        (b"hmtx", hmtx),
        (b"loca", loca),
        (b"maxp", maxp),
    ])
}

fn outline((left, bottom, right, top): (i16, i16, i16, i16)) -> Vec<u8> {
    if left == right {
        return Vec::new();
    }
    let mut out = Vec::new();
    for number in [1, left, bottom, right, top, 3, 0] {
        out.extend_from_slice(&number.to_be_bytes());
    }
    out.extend_from_slice(&[1; 4]);
    for number in [left, right - left, 0, left - right, bottom, 0, top - bottom, 0] {
        out.extend_from_slice(&number.to_be_bytes());
    }
    out
}

fn assemble(tables: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut out = 0x0001_0000_u32.to_be_bytes().to_vec();
    out.extend_from_slice(&(tables.len() as u16).to_be_bytes());
    out.extend_from_slice(&[0; 6]);
    let mut offset = 12 + 16 * tables.len();
    for (name, table) in tables {
        out.extend_from_slice(*name);
        out.extend_from_slice(&[0; 4]);
        out.extend_from_slice(&(offset as u32).to_be_bytes());
        out.extend_from_slice(&(table.len() as u32).to_be_bytes());
        offset += table.len().next_multiple_of(4);
    }
    for (_, table) in tables {
        out.extend_from_slice(table);
        out.resize(out.len().next_multiple_of(4), 0);
    }
    out
}
