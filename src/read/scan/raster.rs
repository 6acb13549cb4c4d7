//! Pages of a PDF, and pictures that came as files, to grey pixels of a usual size.

use super::pixels::Grey;
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings};
use image::imageops::{self, FilterType};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits};
use std::io::Cursor;

/// Pixels of a point: 300 an inch, which is what recognisers are trained on.
const SCALE: f32 = 300.0 / 72.0;
/// Points of the longer side of a page whose size is to be believed: from a small card to the larger of the usual papers.
const PAPER: (f32, f32) = (280.0, 1_250.0);
/// Pixels of the longer side of any other page.
const LONGER: f32 = 3_508.0;
/// Pixels of a page at most.
pub const MOST: usize = 20_000_000;
/// Pixels of the shorter side of a picture that may show a page of text, and of a picture that is looked at.
const SHORTER: u32 = 600;
const LARGEST: u32 = 20_000;
/// Bytes that unpacking a picture may take.
const UNPACKED: u64 = 600 << 20;

/// A page of a PDF in pixels; `None` if it cannot be drawn.
pub fn page(bytes: &[u8], number: u32) -> Option<Grey> {
    let pdf = Pdf::new(bytes.to_vec()).ok()?;
    let page = pdf.pages().get((number as usize).checked_sub(1)?)?;
    let (width, height) = page.render_dimensions();
    let longer = width.max(height);
    if !(1.0..100_000.0).contains(&longer) || width.min(height) < 1.0 {
        return None;
    }
    let scale = if (PAPER.0..=PAPER.1).contains(&longer) { SCALE } else { LONGER / longer };
    let scale = scale.min((MOST as f32 / (width * height)).sqrt());
    let settings = RenderSettings { x_scale: scale, y_scale: scale, bg_color: WHITE, ..Default::default() };
    let pixmap = hayro::render(page, &RenderCache::new(), &InterpreterSettings::default(), &settings);
    let (width, height) = (usize::from(pixmap.width()), usize::from(pixmap.height()));
    Some(Grey::of_rgba(width, height, pixmap.data_as_u8_slice()))
}

/// A picture in pixels, the right way up as its camera says; `None` if it is damaged or too small to show a page.
pub fn picture(bytes: &[u8]) -> Option<Grey> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST);
    limits.max_image_height = Some(LARGEST);
    limits.max_alloc = Some(UNPACKED);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let (width, height) = decoder.dimensions();
    if width.min(height) < SHORTER || width as usize * height as usize > MOST * 4 {
        return None;
    }
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    picture.apply_orientation(orientation);
    let rgba = over_white(&picture);
    let longer = rgba.width().max(rgba.height()) as f32;
    let scale = LONGER / longer;
    let resized = |side: u32| ((side as f32 * scale).round() as u32).max(1);
    let (width, height) = (resized(rgba.width()), resized(rgba.height()));
    let rgba = if (scale - 1.0).abs() < 0.02 {
        rgba
    } else {
        imageops::resize(&rgba, width, height, FilterType::Triangle)
    };
    Some(Grey::of_rgba(rgba.width() as usize, rgba.height() as usize, rgba.as_raw()))
}

/// What is transparent shows paper.
fn over_white(picture: &DynamicImage) -> image::RgbaImage {
    let mut rgba = picture.to_rgba8();
    if picture.color().has_alpha() {
        for pixel in rgba.pixels_mut() {
            let alpha = u16::from(pixel.0[3]);
            for part in &mut pixel.0[..3] {
                *part = ((u16::from(*part) * alpha + 255 * (255 - alpha)) / 255) as u8;
            }
        }
    }
    rgba
}
