//! How a name sounds, whether it is written in Thai or in Latin letters: one letter a class of consonants.
//!
//! Names are written down by ear, and vowels are what differs most. So vowels, h and silenced letters are left out, and
//! consonants that the two scripts exchange are one class: k for g, c, q; p for b; t for d; l for r; w for v; s for all
//! that hisses.

use super::letters::is_consonant;
use super::normal;

/// The mark that silences the letter before it, and the vowels that can stand between.
const SILENCED: char = '\u{e4c}';
const BETWEEN: [char; 2] = ['\u{e34}', '\u{e38}'];

/// Latin letters that are one sound together, longest first.
const TOGETHER: &[(&str, &str)] = &[
    ("sch", "s"),
    ("tch", "s"),
    ("ch", "s"),
    ("ck", "k"),
    ("gh", ""),
    ("ng", "n"),
    ("ph", "f"),
    ("sh", "s"),
    ("th", "t"),
];

/// The sound of a word, in small Latin letters without vowels; empty for what has no letters.
pub fn sound(word: &str) -> String {
    let word = normal(word).to_lowercase();
    let mut out = String::new();
    if word.chars().any(is_consonant) {
        thai(&word, &mut out);
    } else {
        latin(&word, &mut out);
    }
    out
}

fn put(out: &mut String, sound: char) {
    if !out.ends_with(sound) {
        out.push(sound);
    }
}

fn thai(word: &str, out: &mut String) {
    let letters: Vec<char> = word.chars().collect();
    let mut at = 0;
    while let Some(letter) = letters.get(at) {
        let behind = &letters[at + 1..];
        let silent = match behind {
            [mark, ..] if *mark == SILENCED => true,
            [vowel, mark, ..] => BETWEEN.contains(vowel) && *mark == SILENCED,
            _ => false,
        };
        // A doubled ร is a vowel with an n behind it.
        let doubled = *letter == 'ร' && behind.first() == Some(&'ร') && at > 0;
        if doubled {
            put(out, 'n');
            at += 1;
        } else if !silent && let Some(sound) = of_thai(*letter) {
            put(out, sound);
        }
        at += 1;
    }
}

fn of_thai(letter: char) -> Option<char> {
    Some(match letter {
        'ก' | 'ข' | 'ฃ' | 'ค' | 'ฅ' | 'ฆ' => 'k',
        'จ' | 'ฉ' | 'ช' | 'ฌ' | 'ซ' | 'ศ' | 'ษ' | 'ส' => 's',
        'ด' | 'ต' | 'ถ' | 'ท' | 'ธ' | 'ฎ' | 'ฏ' | 'ฐ' | 'ฑ' | 'ฒ' => 't',
        'ง' | 'น' | 'ณ' => 'n',
        'บ' | 'ป' | 'ผ' | 'พ' | 'ภ' => 'p',
        'ฝ' | 'ฟ' => 'f',
        'ม' => 'm',
        'ญ' | 'ย' => 'y',
        'ร' | 'ล' | 'ฬ' => 'l',
        'ว' => 'w',
        _ => return None,
    })
}

fn latin(word: &str, out: &mut String) {
    let mut rest = word;
    while let Some(letter) = rest.chars().next() {
        if let Some((letters, sound)) = TOGETHER.iter().find(|(letters, _)| rest.starts_with(letters)) {
            sound.chars().for_each(|sound| put(out, sound));
            rest = &rest[letters.len()..];
            continue;
        }
        rest = &rest[letter.len_utf8()..];
        match letter {
            'c' | 'g' | 'k' | 'q' => put(out, 'k'),
            'x' => {
                put(out, 'k');
                put(out, 's');
            }
            'j' | 's' | 'z' | 'ç' | 'š' | 'ś' | 'ş' | 'ž' | 'ź' | 'ż' | 'č' | 'ć' => put(out, 's'),
            'd' | 't' => put(out, 't'),
            'n' | 'ñ' | 'ń' => put(out, 'n'),
            'b' | 'p' => put(out, 'p'),
            'f' => put(out, 'f'),
            'm' => put(out, 'm'),
            'l' | 'r' | 'ł' | 'ř' => put(out, 'l'),
            'v' | 'w' => put(out, 'w'),
            'y' if out.is_empty() => put(out, 'y'),
            _ => {}
        }
    }
}
