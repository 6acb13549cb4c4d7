//! Thai that can be copied and searched.
//!
//! Typst 0.15.1 groups glyphs by font, size and height. A tone mark that the font raises becomes a text item of its
//! own, and both items then carry the text of the whole cluster, so that every such syllable is copied twice. And
//! every glyph of a cluster stands for all of its characters, which the PDF writer can only express by a replacement
//! text that many viewers ignore. Here each glyph gets its own character, wherever glyphs and characters are one to
//! one, and word joiners, which only steered the line breaks, are taken out. Nothing that is drawn changes.

use crate::thai;
use ecow::EcoVec;
use std::ops::Range;
use typst::layout::{Abs, Em, Frame, FrameItem};
use typst::model::Document;
use typst::text::TextItem;
use typst_layout::{Page, PagedDocument};

/// SARA AM, which fonts draw as a nikhahit above the consonant and a sara aa after it.
const SARA_AM: char = '\u{e33}';

/// The same document with each Thai glyph standing for its own character.
pub fn copyable(document: &PagedDocument) -> PagedDocument {
    let pages: EcoVec<Page> = document
        .pages()
        .iter()
        .cloned()
        .map(|mut page| {
            frame(&mut page.frame);
            page
        })
        .collect();
    PagedDocument::new(pages, document.info().clone())
}

/// A glyph by the number of its text item in the frame and its own in the item.
#[derive(Clone)]
struct Place {
    item: usize,
    glyph: usize,
    /// True if this glyph begins an item that repeats the text of the item before.
    repeats: bool,
}

/// Glyphs that are drawn for the same characters.
struct Cluster {
    text: String,
    glyphs: Vec<Place>,
}

/// What a glyph stands for: its own text, or the same as the glyph before it.
enum Share {
    Own(String),
    Previous,
}

/// Where marks are moved to, from the end of their consonant: to the left of the next one by too little to be seen.
/// Readers that sort text by its place, such as poppler, take a mark above another one for a word of its own; where it
/// begins with the next consonant or after it, they put it behind that.
const BEFORE_NEXT: Em = Em::new(-0.004);
/// Marks that the font sets further right than this stay there: moving them would be seen.
const FURTHEST: Em = Em::new(0.03);

fn frame(frame: &mut Frame) {
    let (clusters, items) = clusters(frame);
    let mut shares: Vec<Vec<(usize, Share)>> = (0..items).map(|_| Vec::new()).collect();
    for cluster in &clusters {
        for (place, share) in cluster.glyphs.iter().zip(divide(cluster)) {
            shares[place.item].push((place.glyph, share));
        }
    }
    let mut shares = shares.into_iter();
    frame.retain(|item| {
        match item {
            FrameItem::Text(text) => rewrite(text, shares.next().unwrap_or_default()),
            FrameItem::Group(group) => self::frame(&mut group.frame),
            FrameItem::Shape(..) | FrameItem::Image(..) | FrameItem::Link(..) | FrameItem::Tag(_) => {}
        }
        true
    });
}

/// The clusters of a frame's text, over the borders of its items, and the number of items.
fn clusters(frame: &Frame) -> (Vec<Cluster>, usize) {
    let mut clusters: Vec<Cluster> = Vec::new();
    let mut items = 0;
    let mut before: Option<(String, Abs)> = None;
    for (point, item) in frame.items() {
        match item {
            FrameItem::Text(text) => {
                add(&mut clusters, text, items, point.y, before.as_ref());
                before = clusters.last().map(|cluster| (cluster.text.clone(), point.y));
                items += 1;
            }
            FrameItem::Tag(_) => {}
            FrameItem::Group(_) | FrameItem::Shape(..) | FrameItem::Image(..) | FrameItem::Link(..) => {
                before = None;
            }
        }
    }
    (clusters, items)
}

/// Adds an item's clusters; `before` is the last cluster of the item before and its height.
fn add(clusters: &mut Vec<Cluster>, text: &TextItem, item: usize, y: Abs, before: Option<&(String, Abs)>) {
    let mut last: Option<Range<u16>> = None;
    for (glyph, drawn) in text.glyphs.iter().enumerate() {
        let shown: String =
            text.text.get(drawn.range()).unwrap_or("").chars().filter(|c| !is_joiner(*c)).collect();
        let same = last.as_ref() == Some(&drawn.range);
        let repeats = glyph == 0
            && before.is_some_and(|(text, height)| {
                *text == shown && *height != y && shown.chars().count() > 1 && is_thai(&shown)
            });
        let place = Place { item, glyph, repeats };
        match clusters.last_mut() {
            Some(cluster) if same || repeats => cluster.glyphs.push(place),
            Some(_) | None => clusters.push(Cluster { text: shown, glyphs: vec![place] }),
        }
        last = Some(drawn.range.clone());
    }
}

/// What each glyph of a cluster stands for.
fn divide(cluster: &Cluster) -> Vec<Share> {
    let letters: Vec<char> = cluster.text.chars().collect();
    let glyphs = &cluster.glyphs;
    let thai = is_thai(&cluster.text);
    let sara_am = letters.last() == Some(&SARA_AM);
    if thai && !sara_am && letters.len() > 1 && letters.len() == glyphs.len() {
        return letters.iter().map(|letter| Share::Own(letter.to_string())).collect();
    }
    if thai && sara_am && glyphs.len() == letters.len() + 1 {
        return divide_sara_am(cluster, &letters);
    }
    let whole = |(at, _): (usize, &Place)| {
        if at > 0 && glyphs[at - 1].item == glyphs[at].item {
            Share::Previous
        } else {
            Share::Own(cluster.text.clone())
        }
    };
    glyphs.iter().enumerate().map(whole).collect()
}

/// A consonant with sara am: glyphs for the consonant, the nikhahit, the tones, and the sara aa. The nikhahit has no
/// character of its own: it goes with the sara aa where nothing stands between them, else with the consonant.
fn divide_sara_am(cluster: &Cluster, letters: &[char]) -> Vec<Share> {
    let glyphs = &cluster.glyphs;
    let split = glyphs.iter().any(|place| place.repeats);
    let last = glyphs.len() - 1;
    (0..glyphs.len())
        .map(|at| {
            let continues = at > 0 && glyphs[at - 1].item == glyphs[at].item;
            match at {
                0 => Share::Own(letters[0].to_string()),
                _ if !split && letters.len() == 2 && at > 1 => Share::Previous,
                _ if !split && letters.len() == 2 => Share::Own(SARA_AM.to_string()),
                1 if continues => Share::Previous,
                1 => Share::Own(letters[0].to_string()),
                _ if at == last => Share::Own(SARA_AM.to_string()),
                _ => Share::Own(letters[at - 1].to_string()),
            }
        })
        .collect()
}

/// Gives an item the text of its glyphs' shares.
fn rewrite(item: &mut TextItem, shares: Vec<(usize, Share)>) {
    let mut text = String::new();
    let mut range = 0..0;
    for (glyph, share) in shares {
        if let Share::Own(own) = share {
            let start = text.len() as u16;
            text.push_str(&own);
            range = start..text.len() as u16;
        }
        if let Some(glyph) = item.glyphs.get_mut(glyph) {
            glyph.range = range.clone();
            let mark = glyph.x_advance == Em::zero() && text.chars().next_back().is_some_and(thai::is_thai);
            if mark && glyph.x_offset > BEFORE_NEXT && glyph.x_offset < FURTHEST {
                glyph.x_offset = BEFORE_NEXT;
            }
        }
    }
    item.text = text.into();
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{2060}' | '\u{200b}')
}

fn is_thai(text: &str) -> bool {
    text.chars().all(thai::is_thai)
}
