//! Words of unspaced Thai: names are whole words, not letters of others.

use focalpoint::vocab::Vocab;
use focalpoint::vocab::gazetteer::Name;
use focalpoint::vocab::segment::Segmented;

/// The words of a text without blanks; letters that no word covers stand in square brackets.
fn parted(text: &str) -> String {
    let written = Vocab::built_in().word_list.words(text, 0..text.len(), &[]).into_iter().map(|word| {
        let letters = &text[word.start..word.end];
        if word.known { letters.to_owned() } else { format!("[{letters}]") }
    });
    written.collect::<Vec<_>>().join(" ")
}

#[test]
fn text_parts_into_its_words() {
    assert_eq!(parted("ประชุมคณะกรรมการ"), "ประชุม คณะกรรมการ");
    assert_eq!(parted("ลงนามบันทึกความร่วมมือ"), "ลงนาม บันทึก ความร่วมมือ");
}

#[test]
fn letters_that_no_word_covers_stay_together() {
    assert_eq!(parted("คณะแทจ็อนเข้าพบ"), "คณะ [แทจ็อน] เข้า พบ");
}

#[test]
fn known_spans_are_words_too() {
    let text = "เทศบาลนครฮาร์บินเข้าพบ";
    let name = text.find("ฮาร์บิน").unwrap_or_default();
    let span = name..name + "ฮาร์บิน".len();
    let mut segmented =
        Segmented::new(&Vocab::built_in().parts().word_list, text, std::slice::from_ref(&span));
    assert!(segmented.parts_at(name));
    assert!(segmented.parts_at(name + "ฮาร์บิน".len()));
}

#[test]
fn a_name_inside_another_word_is_none() {
    for text in
        ["นำชมศาลาว่าการ", "พวงมาลาวันรำลึก", "ระบบคลาวด์กลาง", "แจ้งให้สถานประกอบการแก้ไข", "นางสรอนงค์ เข้าพบ"]
    {
        let mut names = Vocab::built_in().names_in(text);
        names.retain(|name| !matches!(name.means, Name::Trap(_)));
        assert!(names.is_empty(), "{text}: {names:?}");
    }
}

#[test]
fn a_name_between_whole_words_is_found() {
    for text in ["คณะลาวเข้าพบ", "เอกอัครราชทูตลาวหารือ", "ผู้แทนอังกฤษฯเยือน", "บินเมลเบิร์นศึกษาพื้นที่"]
    {
        assert_eq!(Vocab::built_in().names_in(text).len(), 1, "{text}");
    }
}

#[test]
fn hostile_text_is_segmented_in_time_and_loses_nothing() {
    let long = "กขคง".repeat(20_000);
    let parts = Vocab::built_in().word_list.words(&long, 0..long.len(), &[]);
    assert_eq!(parts.first().map(|word| word.start), Some(0));
    assert_eq!(parts.last().map(|word| word.end), Some(long.len()));
    let odd = "\u{e31}\u{e48}\u{e4c}เ";
    assert_eq!(
        Vocab::built_in().word_list.words(odd, 0..odd.len(), &[]).last().map(|word| word.end),
        Some(odd.len())
    );
}
