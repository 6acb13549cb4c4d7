//! Whether a page's text reads as Thai: not by words, which reports are full of new ones of, but by how the script is
//! written.

use super::clusters::Cluster;
use crate::read::drawn::is_mark;
use crate::thai;

/// Letters that a page must have before it is judged.
const LETTERS: usize = 150;
/// Letters before the lack of all tone marks is judged: in 20 reports of three departments every page of this length
/// has five.
const LETTERS_FOR_TONES: usize = 300;
/// Of a hundred letters fifteen to twenty are marks above and below.
const MARKS: f32 = 0.04;
/// Share of letters that may stand where none can stand; typing errors are below a hundredth.
const MISPLACED: f32 = 0.08;

/// What is counted of a page's clusters.
#[derive(Debug, Default, Clone, Copy)]
pub struct Script {
    letters: usize,
    marks: usize,
    tones: usize,
    misplaced: usize,
}

impl Script {
    /// Counts clusters in the order of drawing.
    pub fn count(&mut self, all: &[&Cluster]) {
        for (at, cluster) in all.iter().enumerate() {
            let base = cluster.text.chars().next().unwrap_or(' ');
            let marks = cluster.text.chars().filter(|c| is_mark(*c)).count();
            self.letters += cluster.text.chars().filter(|c| thai::is_letter(*c)).count();
            self.marks += marks;
            self.tones += cluster.text.chars().filter(|c| ('\u{e48}'..='\u{e4b}').contains(c)).count();
            let stray = marks > 0 && !thai::is_consonant(base) && base != char::REPLACEMENT_CHARACTER;
            let open =
                thai::is_leading_vowel(base) && all.get(at + 1).is_some_and(|next| ends(cluster, next));
            self.misplaced += usize::from(stray) + usize::from(open);
        }
    }

    /// True if there is enough Thai to tell that it cannot be what was written.
    pub fn is_broken(&self) -> bool {
        let share = |count: usize| count as f32 / self.letters.max(1) as f32;
        let lost = share(self.marks) < MARKS || share(self.misplaced) > MISPLACED;
        self.letters >= LETTERS && lost || self.letters >= LETTERS_FOR_TONES && self.tones == 0
    }
}

/// True if a leading vowel is followed on its line by what it cannot lead.
fn ends(vowel: &Cluster, next: &Cluster) -> bool {
    let beside = (next.y - vowel.y).abs() < vowel.size * 0.3 && (next.left - vowel.right).abs() < vowel.size;
    beside && !next.text.chars().next().is_some_and(thai::is_consonant)
}
