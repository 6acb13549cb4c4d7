//! Tables with and without lines.

use crate::read::pdf::build::{Pdf, grid, hex, show};
use crate::read::pdf::{pages_of, said, text_of};
use focalpoint::model::{Block, CellFlaw};

#[test]
fn a_ruled_table_is_read_by_its_cells() {
    let content = grid(&[50, 100, 300], &[700, 680, 660])
        + &show(55, 685, "ที่")
        + &show(105, 685, "กิจกรรม")
        + &show(55, 665, "๑")
        + &show(105, 665, "ประชุม");
    assert_eq!(said(&content), ["ที่|กิจกรรม", "๑|ประชุม"]);
}

#[test]
fn a_cell_that_is_merged_stands_at_its_first_row() {
    let content = "50 700 m 300 700 l S 100 680 m 300 680 l S 50 660 m 300 660 l S \
                   50 660 m 50 700 l S 100 660 m 100 700 l S 300 660 m 300 700 l S "
        .to_owned()
        + &show(55, 675, "สัปดาห์")
        + &show(105, 685, "จันทร์")
        + &show(105, 665, "อังคาร");
    assert_eq!(said(&content), ["สัปดาห์|จันทร์", "|อังคาร"]);
}

#[test]
fn rules_may_be_thin_fills() {
    let fill = |x: u32, y: u32, w: u32, h: u32| format!("{x} {y} {w} {h} re f ");
    let content = [700, 680, 660].iter().map(|y| fill(50, *y, 250, 1)).collect::<String>()
        + &[50, 100, 300].iter().map(|x| fill(*x, 660, 1, 40)).collect::<String>()
        + &show(55, 685, "ก")
        + &show(105, 685, "ข")
        + &show(55, 665, "ค")
        + &show(105, 665, "ง");
    assert_eq!(said(&content), ["ก|ข", "ค|ง"]);
}

#[test]
fn tables_one_above_the_other_stay_apart() {
    let table = |top: u32, a: &str, b: &str| {
        grid(&[50, 100, 300], &[top, top - 20]) + &show(55, top - 15, a) + &show(105, top - 15, b)
    };
    let content = table(700, "ก", "ข") + &show(50, 640, "ต่อไป") + &table(600, "ค", "ง");
    assert_eq!(said(&content), ["ก|ข", "ต่อไป", "ค|ง"]);
}

#[test]
fn the_lines_of_a_cell_are_one_text() {
    let content = grid(&[50, 100, 300], &[700, 640])
        + &show(55, 685, "๑")
        + &show(105, 685, "ประชุมร่วมกับสถาน")
        + &show(105, 672, "เอกอัครราชทูต")
        + &show(105, 659, "Sister")
        + &show(105, 646, "City");
    assert_eq!(said(&content), ["๑|ประชุมร่วมกับสถานเอกอัครราชทูต Sister City"]);
}

#[test]
fn a_latin_word_too_wide_for_its_cell_is_put_together() {
    let content = grid(&[50, 100, 150], &[700, 660])
        + &show(55, 685, "๑")
        + &show(103, 685, "Sustainab")
        + &show(103, 672, "ility");
    assert_eq!(said(&content), ["๑|Sustainability"]);
}

#[test]
fn a_line_that_breaks_at_a_hyphen_goes_on_without_a_space() {
    let content = grid(&[50, 100, 300], &[700, 660])
        + &show(55, 685, "๑")
        + &show(105, 685, "ประชุม UN-")
        + &show(105, 672, "Habitat");
    assert_eq!(said(&content), ["๑|ประชุม UN-Habitat"]);
}

#[test]
fn text_over_the_border_of_a_low_row_goes_home_by_the_order_of_drawing() {
    let content = grid(&[50, 100, 300], &[700, 686, 672])
        + &show(55, 689, "๑")
        + &show(105, 689, "ประชุมหารือ")
        + &show(105, 676, "ครั้งที่สอง")
        + &show(55, 675, "๒")
        + &show(105, 675, "อบรมภาษา");
    assert_eq!(said(&content), ["๑|ประชุมหารือครั้งที่สอง", "๒|อบรมภาษา"]);
    let page = &pages_of(Pdf::new().add_page(&content))[0];
    let Block::Table(table) = &page.blocks[0] else { panic!("{page:?}") };
    let cut: Vec<_> = table.grid.cells.iter().filter(|(_, cell)| cell.flaw == Some(CellFlaw::Cut)).collect();
    assert_eq!(cut.iter().map(|(at, _)| **at).collect::<Vec<_>>(), [(0, 1)], "more of it may not be printed");
}

/// Title, heading and two rows, the first of which has a wrapped cell.
fn without_lines() -> String {
    show(200, 740, "รายงานประจำเดือน")
        + &show(50, 700, "ที่")
        + &show(110, 700, "วันที่")
        + &show(220, 700, "กิจกรรม")
        + &show(400, 700, "หมายเหตุ")
        + &show(50, 676, "1")
        + &show(100, 676, "1 ม.ค. 67")
        + &show(170, 676, "ต้อนรับคณะผู้แทน")
        + &show(400, 676, "แล้วเสร็จ")
        + &show(170, 663, "จากเมืองพี่เมืองน้อง")
        + &show(50, 639, "2")
        + &show(100, 639, "9 ม.ค. 67")
        + &show(170, 639, "ประชุมคณะทำงาน")
}

#[test]
fn a_table_without_lines_is_read_by_heading_and_anchors() {
    assert_eq!(
        said(&without_lines()),
        [
            "รายงานประจำเดือน",
            "ที่|วันที่|กิจกรรม|หมายเหตุ",
            "1|1 ม.ค. 67|ต้อนรับคณะผู้แทนจากเมืองพี่เมืองน้อง|แล้วเสร็จ",
            "2|9 ม.ค. 67|ประชุมคณะทำงาน|",
        ]
    );
}

#[test]
fn a_footer_below_a_table_without_lines_is_no_row() {
    let content = without_lines() + &show(50, 580, "ผู้รายงาน นักวิเทศสัมพันธ์");
    assert_eq!(said(&content).last().map(String::as_str), Some("ผู้รายงาน นักวิเทศสัมพันธ์"));
}

#[test]
fn anchors_in_the_middle_of_their_rows_do_not_cut_them() {
    let row = |y: u32, number: &str| {
        show(50, y - 7, number)
            + &show(100, y - 7, "1 ม.ค. 67")
            + &show(170, y, "บรรทัดแรก")
            + &show(170, y - 14, "บรรทัดหลัง")
    };
    let content = show(50, 700, "ที่")
        + &show(110, 700, "วันที่")
        + &show(180, 700, "กิจกรรม")
        + &row(670, "1")
        + &row(630, "2")
        + &row(590, "3");
    let rows = ["1", "2", "3"].map(|n| format!("{n}|1 ม.ค. 67|บรรทัดแรกบรรทัดหลัง"));
    assert_eq!(said(&content)[1..], rows);
}

fn page_of_table(rows: &[[&str; 3]]) -> String {
    let edges: Vec<u32> = (0..=rows.len() as u32).map(|n| 700 - 20 * n).collect();
    let mut content = grid(&[50, 100, 200, 500], &edges);
    for (row, top) in rows.iter().zip(edges) {
        for (text, x) in row.iter().zip([55, 105, 205]) {
            content += &show(x, top - 15, text);
        }
    }
    content
}

#[test]
fn a_row_that_a_page_break_cuts_is_one_row() {
    let heading = ["ที่", "วันที่", "กิจกรรม"];
    let first = page_of_table(&[heading, ["1", "1 ม.ค. 67", "ต้อนรับคณะ"], ["2", "2 ม.ค. 67", "ประชุมร่วมกับ"]]);
    for repeated in [true, false] {
        let mut rest = vec![["", "", "หอการค้า"], ["3", "3 ม.ค. 67", "อบรม"]];
        if repeated {
            rest.insert(0, heading);
        }
        let pages = pages_of(Pdf::new().add_page(&first).add_page(&page_of_table(&rest)));
        assert_eq!(text_of(&pages[0]).last().unwrap(), "2|2 ม.ค. 67|ประชุมร่วมกับหอการค้า");
        assert_eq!(text_of(&pages[1]).last().unwrap(), "3|3 ม.ค. 67|อบรม");
        assert_eq!(text_of(&pages[1]).len(), 1 + usize::from(repeated));
    }
}

#[test]
fn a_row_with_its_own_number_is_no_tail() {
    let first = page_of_table(&[["1", "1 ม.ค. 67", "ก"], ["2", "2 ม.ค. 67", "ข"]]);
    let second = page_of_table(&[["3", "", "ค"], ["4", "4 ม.ค. 67", "ง"]]);
    let pages = pages_of(Pdf::new().add_page(&first).add_page(&second));
    assert_eq!(text_of(&pages[1]), ["3||ค", "4|4 ม.ค. 67|ง"]);
}

/// A page with five pieces of marked content, and a structure tree that puts them into cells: the day stands between the
/// two rows that it is for.
fn tagged(structure: &str) -> Vec<String> {
    let marked = |number: u32, x: u32, y: u32, text: &str| {
        format!("/P <</MCID {number}>> BDC {} EMC ", show(x, y, text))
    };
    let mut pdf = Pdf::new();
    let (page, tree) = (8, 6);
    pdf.catalog = format!("/StructTreeRoot {tree} 0 R");
    let element = structure.replace("PAGE", &format!("{page} 0 R"));
    assert_eq!(pdf.object(&format!("<</Type/StructTreeRoot/RoleMap<</Grid/Table>>/K {element}>>")), tree);
    let content = marked(0, 50, 690, "๕ มี.ค.")
        + &marked(1, 150, 700, "ต้อนรับเอกอัครราชทูต")
        + &marked(2, 400, 700, "ห้องประชุม")
        + &marked(3, 150, 680, "หารือกับคณะผู้แทน")
        + &marked(4, 50, 650, "ลงชื่อ");
    text_of(&pages_of(pdf.add_page(&content))[0])
}

#[test]
fn a_table_is_read_by_the_tags_of_the_document() {
    let row = |cells: &str| format!("<</S/TR/Pg PAGE/K[{cells}]>>");
    let first =
        row("<</S/TD/A<</O/Table/RowSpan 2>>/K 0>><</S/TD/K[<</S/P/K 1>>]>><</S/TD/K<</Type/MCR/MCID 2>>>>");
    let second = row("<</S/TD/K 3>>");
    let table =
        format!("<</S/Document/K[<</S/Grid/K[<</S/TBody/K[{first}{second}]>>]>><</S/P/Pg PAGE/K 4>>]>>");
    assert_eq!(tagged(&table), ["๕ มี.ค.|ต้อนรับเอกอัครราชทูต|ห้องประชุม", "|หารือกับคณะผู้แทน|", "ลงชื่อ"]);
}

#[test]
fn tags_that_the_places_contradict_are_not_followed() {
    let cells = |a: u32, b: u32| format!("<</S/TR/Pg PAGE/K[<</S/TD/K {a}>><</S/TD/K {b}>>]>>");
    let upside_down = format!("<</S/Table/K[{}{}]>>", cells(4, 3), cells(0, 1));
    assert_eq!(tagged(&upside_down), ["ต้อนรับเอกอัครราชทูต ห้องประชุม", "๕ มี.ค.", "หารือกับคณะผู้แทน", "ลงชื่อ"]);
}

#[test]
fn items_with_their_sums_at_the_right_are_rows() {
    let sum = |y: u32, item: &str, left: u32, amount: &str| show(60, y, item) + &show(left, y, amount);
    let list = show(60, 720, "รายละเอียดงบประมาณ")
        + &show(60, 700, "1) รถโดยสารขนาด 12 ที่นั่ง")
        + &sum(684, "พร้อมอุปกรณ์", 420, "1,358,000 บาท")
        + &sum(668, "2) ค่าตอบแทน", 440, "45,000 บาท")
        + &show(60, 652, "3) หมวดอื่น")
        + &sum(636, "3.1) ค่าวัสดุ", 445, "9,000 บาท")
        + &sum(620, "3.2) ค่าจ้าง", 465, "- บาท")
        + &sum(604, "4) ค่าเดินทาง", 440, "12,500 บาท")
        + &sum(588, "5) ค่าที่พัก", 445, "8,000 บาท");
    assert_eq!(
        said(&list),
        [
            "รายละเอียดงบประมาณ",
            "1) รถโดยสารขนาด 12 ที่นั่งพร้อมอุปกรณ์|1,358,000 บาท",
            "2) ค่าตอบแทน|45,000 บาท",
            "3) หมวดอื่น|",
            "3.1) ค่าวัสดุ|9,000 บาท",
            "3.2) ค่าจ้าง|- บาท",
            "4) ค่าเดินทาง|12,500 บาท",
            "5) ค่าที่พัก|8,000 บาท"
        ]
    );
    let memo = sum(700, "ค่าเดินทาง", 440, "12,500 บาท") + &sum(684, "ค่าที่พัก", 445, "8,000 บาท");
    assert_eq!(said(&memo), ["ค่าเดินทาง 12,500 บาท", "ค่าที่พัก 8,000 บาท"]);
}

#[test]
fn a_cell_in_which_two_texts_are_printed_over_each_other_says_so() {
    let content = grid(&[50, 100, 300], &[700, 680])
        + &show(55, 685, "๑")
        + &show(105, 685, "ประชุมหารือความร่วมมือ")
        + &show(105, 686, "อบรมภาษาอังกฤษ");
    let page = &pages_of(Pdf::new().add_page(&content))[0];
    let Block::Table(table) = &page.blocks[0] else { panic!("{page:?}") };
    assert_eq!(table.grid.cells[&(0, 0)].flaw, None);
    assert_eq!(table.grid.cells[&(0, 1)].flaw, Some(CellFlaw::Damaged));
}

#[test]
fn a_date_that_is_broken_before_its_year_begins_no_row_of_its_own() {
    let row = |y: u32, day: &str, year: &str, what: &str, where_: &str| {
        show(60, y, day) + &show(140, y, what) + &show(400, y, where_) + &show(60, y - 14, year)
    };
    let content = show(60, 700, "วันที่")
        + &show(140, 700, "กิจกรรม")
        + &show(400, 700, "สถานที่")
        + &row(680, "๓ เม.ย.", "๖๗", "ต้อนรับเอกอัครราชทูต", "ห้องอมรพิมาน")
        + &row(646, "๙ เม.ย.", "๖๗", "ประชุมหารือโครงการ", "ห้องประชุม")
        + &row(612, "๑๒ เม.ย.", "๖๗", "รับมอบหนังสือ", "หอสมุด");
    assert_eq!(
        said(&content),
        [
            "วันที่|กิจกรรม|สถานที่",
            "๓ เม.ย. ๖๗|ต้อนรับเอกอัครราชทูต|ห้องอมรพิมาน",
            "๙ เม.ย. ๖๗|ประชุมหารือโครงการ|ห้องประชุม",
            "๑๒ เม.ย. ๖๗|รับมอบหนังสือ|หอสมุด"
        ]
    );
}

#[test]
fn a_row_at_the_end_of_the_page_needs_no_border_below() {
    let content = "50 120 m 300 120 l S 50 100 m 300 100 l S \
                   50 60 m 50 120 l S 100 60 m 100 120 l S 300 60 m 300 120 l S "
        .to_owned()
        + &show(55, 105, "๑")
        + &show(105, 105, "ประชุม")
        + &show(55, 75, "๒")
        + &show(105, 75, "อบรม");
    assert_eq!(said(&content), ["๑|ประชุม", "๒|อบรม"]);
}

#[test]
fn a_table_without_lines_goes_on_over_the_page_with_its_columns_and_the_rest_of_its_row() {
    let row = |y: u32, number: &str, day: &str, what: &str, where_: &str| {
        show(60, y, number) + &show(100, y, day) + &show(180, y, what) + &show(420, y, where_)
    };
    let first = row(120, "ที่", "วันที่", "กิจกรรม", "สถานที่")
        + &row(100, "๑", "๓ เม.ย.", "ต้อนรับเอกอัครราชทูต", "ห้องอมรพิมาน")
        + &row(80, "๒", "๙ เม.ย.", "ประชุมหารือโครงการ", "ห้องประชุม")
        + &row(60, "๓", "๑๒ เม.ย.", "เข้าร่วมการประชุม ณ กัวลาลัมเปอร์", "มาเลเซีย");
    let second = show(180, 760, "ประเทศมาเลเซีย")
        + &row(740, "๔", "๒๒ เม.ย.", "รับมอบหนังสือ", "หอสมุด")
        + &row(720, "๕", "๒๔ เม.ย.", "อบรมภาษา", "สถาบัน");
    let pages = pages_of(Pdf::new().add_page(&first).add_page(&second));
    assert_eq!(text_of(&pages[0])[3], "๓|๑๒ เม.ย.|เข้าร่วมการประชุม ณ กัวลาลัมเปอร์ประเทศมาเลเซีย|มาเลเซีย");
    assert_eq!(text_of(&pages[1]), ["๔|๒๒ เม.ย.|รับมอบหนังสือ|หอสมุด", "๕|๒๔ เม.ย.|อบรมภาษา|สถาบัน"]);
    let columns = |page: usize| match &pages[page].blocks[..] {
        [Block::Table(table)] => table.columns.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(columns(0), columns(1));
}

#[test]
fn headings_set_upright_stand_in_their_cells() {
    let upright =
        |x: u32, y: u32, text: &str| format!("BT /F1 10 Tf 0 1 -1 0 {x} {y} Tm {} Tj ET\n", hex(text));
    let content = grid(&[50, 80, 300, 340], &[700, 600, 580])
        + &upright(70, 620, "ลำดับ")
        + &show(100, 650, "กิจกรรม")
        + &upright(315, 605, "จำนวนผู้")
        + &upright(330, 605, "เข้าร่วม (คน)")
        + &show(55, 585, "๑")
        + &show(85, 585, "ต้อนรับคณะผู้แทนจากเมืองพี่เมืองน้อง")
        + &show(305, 585, "๑๒")
        + &upright(500, 300, "ข้างตาราง")
        + &upright(295, 610, "ชื่อ");
    assert_eq!(
        said(&content),
        ["ลำดับ|กิจกรรม ชื่อ|จำนวนผู้เข้าร่วม (คน)", "๑|ต้อนรับคณะผู้แทนจากเมืองพี่เมืองน้อง|๑๒", "ข้างตาราง"]
    );
}

#[test]
fn a_word_that_runs_over_its_border_stays_whole() {
    let content =
        grid(&[50, 100, 300], &[500, 480]) + &show(52, 485, "๒๐ ก.พ. ๒๕๖๖") + &show(115, 485, "พิธีลงนาม");
    assert_eq!(said(&content), ["๒๐ ก.พ. ๒๕๖๖|พิธีลงนาม"]);
    let centred = grid(&[50, 100, 200], &[500, 480]) + &show(55, 485, "คน") + &show(96, 485, "ค่าบัตรโดยสาร");
    assert_eq!(said(&centred), ["คน|ค่าบัตรโดยสาร"]);
}

#[test]
fn a_last_row_that_stands_on_a_page_alone_keeps_to_the_columns_before_it() {
    // Its cells stand near one another, and no further row shows where columns begin.
    let row = |y: u32, number: &str, day: [&str; 2], what: [&str; 2]| {
        show(84, y, number)
            + &show(92, y, day[0])
            + &show(160, y, what[0])
            + &show(92, y - 14, day[1])
            + &show(160, y - 14, what[1])
    };
    let first = show(50, 150, "ลำดับ")
        + &show(92, 150, "วันที่")
        + &show(160, 150, "กิจกรรม")
        + &row(120, "1", ["14 มี.ค.", "2561"], ["เอกอัครราชทูตกรีซ", "เข้าเยี่ยมคารวะ"])
        + &row(80, "2", ["7 ส.ค.", "2561"], ["คณะผู้แทนเมืองวาร์นา", "หารือการท่องเที่ยว"])
        + &row(40, "3", ["12 ก.พ.", "2562"], ["ลงนามบันทึก", "ความเข้าใจ"]);
    let second = row(760, "4", ["21 มิ.ย.", "2567"], ["ผู้แทนกรุงริยาดเข้า", "เยี่ยมคารวะ"]);
    let pages = pages_of(Pdf::new().add_page(&first).add_page(&second));
    assert_eq!(text_of(&pages[0])[3], "3|12 ก.พ. 2562|ลงนามบันทึกความเข้าใจ");
    assert_eq!(text_of(&pages[1]), ["4|21 มิ.ย. 2567|ผู้แทนกรุงริยาดเข้าเยี่ยมคารวะ"]);
}

#[test]
fn cells_that_were_drawn_apart_are_apart_however_near_they_stand() {
    // Running numbers set right beside days set left, as a spreadsheet prints them.
    let row = |y: u32, number: &str, day: &str, what: [&str; 2]| {
        show(84, y, number) + &show(92, y, day) + &show(160, y, what[0]) + &show(160, y - 14, what[1])
    };
    let content = show(50, 700, "ลำดับ")
        + &show(92, 700, "วันที่")
        + &show(160, 700, "กิจกรรม")
        + &row(670, "1", "14/3/2561", ["เอกอัครราชทูตกรีซ", "เข้าเยี่ยมคารวะ"])
        + &row(620, "2", "7/8/2561", ["คณะผู้แทนเมืองวาร์นา", "หารือการท่องเที่ยว"])
        + &row(570, "3", "12/2/2562", ["ลงนามบันทึก", "ความเข้าใจ"]);
    assert_eq!(
        said(&content),
        [
            "ลำดับ|วันที่|กิจกรรม",
            "1|14/3/2561|เอกอัครราชทูตกรีซเข้าเยี่ยมคารวะ",
            "2|7/8/2561|คณะผู้แทนเมืองวาร์นาหารือการท่องเที่ยว",
            "3|12/2/2562|ลงนามบันทึกความเข้าใจ",
        ]
    );
}
