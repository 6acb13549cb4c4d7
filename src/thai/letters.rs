//! Letters and the clusters they form, and which of them sound alike in foreign names.

/// Vowels, tones and signs above or below a consonant.
pub fn is_above_or_below(c: char) -> bool {
    matches!(c, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}')
}

/// A letter of the script: consonant, vowel, tone or sign, not a digit.
pub fn is_letter(c: char) -> bool {
    ('\u{e01}'..='\u{e4e}').contains(&c)
}

/// A consonant.
pub fn is_consonant(c: char) -> bool {
    ('\u{e01}'..='\u{e2e}').contains(&c)
}

/// A consonant that has neither a tail below nor a stroke above: all of them are of one height.
pub fn is_plain_consonant(c: char) -> bool {
    is_consonant(c) && !matches!(c, 'ญ' | 'ฎ' | 'ฏ' | 'ฐ' | 'ฤ' | 'ฦ' | 'ป' | 'ฝ' | 'ฟ' | 'ฬ' | 'ศ' | 'ส')
}

/// A vowel written before its consonant.
pub fn is_leading_vowel(c: char) -> bool {
    ('\u{e40}'..='\u{e44}').contains(&c)
}

/// A character that belongs to the cluster before it and cannot begin one.
pub fn is_dependent(c: char) -> bool {
    is_above_or_below(c) || matches!(c, '\u{e30}' | '\u{e32}' | '\u{e33}' | '\u{e45}')
}

/// What texts are sorted by in Thai: a leading vowel comes after its consonant, tones and silent marks do not count.
pub fn alphabetical(text: &str) -> String {
    let mut letters: Vec<char> =
        text.to_lowercase().chars().filter(|c| !matches!(c, '\u{e47}'..='\u{e4e}')).collect();
    let mut at = 0;
    while at + 1 < letters.len() {
        if is_leading_vowel(letters[at]) {
            letters.swap(at, at + 1);
            at += 1;
        }
        at += 1;
    }
    letters.into_iter().collect()
}

/// True if a text goes on with letters that are not spoken and so belong to the syllable before them.
pub fn goes_on_silent(text: &str) -> bool {
    const SILENT: Option<char> = Some('\u{e4c}');
    let mut letters = text.chars();
    let (first, second, third) = (letters.next(), letters.next(), letters.next());
    first.is_some_and(is_consonant)
        && (second == SILENT
            || (third == SILENT
                && second.is_some_and(|c| is_consonant(c) || matches!(c, '\u{e34}' | '\u{e38}'))))
}

/// The letter that stands for all of one sound in transliterations; long and short vowels are one.
pub fn alike(c: char) -> char {
    match c {
        '\u{e39}' => '\u{e38}',
        '\u{e35}' | '\u{e36}' | '\u{e37}' => '\u{e34}',
        'ฑ' | 'ฒ' | 'ธ' | 'ท' | 'ฏ' => 'ต',
        'ฎ' => 'ด',
        'ศ' | 'ษ' => 'ส',
        'ณ' => 'น',
        'ฬ' => 'ล',
        'ฐ' => 'ถ',
        'ภ' => 'พ',
        'ฆ' | 'ค' => 'ก',
        'ใ' => 'ไ',
        'ะ' => 'า',
        other => other,
    }
}
