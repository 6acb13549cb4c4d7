//! Facts of a row in the body of a table, by its columns.

use super::content;
use super::flow::{Piece, Row};
use super::headings::{self, Column};
use super::judge::{self, Case, Stands, Verdict};
use crate::dates::dated;
use crate::model::Role;
use crate::thai;
use crate::thai::numbering::{self, Opening};
use crate::vocab::Vocab;
use crate::vocab::anchors::Anchor;
use crate::vocab::rows::Meaning;

/// A row with its pieces by column.
pub struct Placed<'a> {
    /// Index of the column with the piece; pieces outside every column are left out.
    pub pieces: Vec<(usize, &'a Piece)>,
}

/// What is usual in the body of a table.
#[derive(Debug, Clone, Copy)]
pub struct Habit {
    /// Most rows have a running number.
    pub numbered: bool,
    /// Most rows have a date.
    pub dated: bool,
}

/// A title with fewer letters may be a total's, in characters.
const COUNT: usize = 20;

impl<'a> Placed<'a> {
    pub fn new(row: &'a Row, columns: &[Column]) -> Self {
        let pieces = row
            .pieces
            .iter()
            .filter_map(|piece| {
                let at = columns.iter().position(|c| c.left <= piece.left && piece.left <= c.right)?;
                Some((at, piece))
            })
            .collect();
        Self { pieces }
    }

    /// The pieces of a role, inherited ones included.
    pub fn of(&self, columns: &[Column], role: Role) -> Option<&'a Piece> {
        self.pieces.iter().find(|(at, _)| columns[*at].roles.contains(&role)).map(|(_, piece)| *piece)
    }

    fn own(&self, columns: &[Column], role: Role) -> Option<&'a Piece> {
        self.of(columns, role).filter(|piece| !piece.inherited && !is_dash(&piece.text))
    }

    pub fn own_count(&self) -> usize {
        self.pieces.iter().filter(|(_, piece)| !piece.inherited).count()
    }
}

/// Nothing but dashes or dots: an empty cell.
pub fn is_dash(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '.' | '…' | '_' | '/'))
}

/// What is usual in these rows.
pub fn habit(vocab: Vocab, rows: &[Row], columns: &[Column]) -> Habit {
    let placed: Vec<Placed<'_>> = rows.iter().map(|row| Placed::new(row, columns)).collect();
    let filled = placed.iter().filter(|p| p.own_count() > 1).count().max(1);
    let count = |role: Role| {
        placed
            .iter()
            .filter(|p| p.own(columns, role).is_some_and(|q| !vocab.rows.is(&q.text, Meaning::Total)))
            .count()
    };
    let numbers = placed.iter().filter(|p| has_number(p, columns)).count();
    Habit { numbered: numbers * 2 >= filled, dated: count(Role::Date) * 2 >= filled }
}

fn has_number(placed: &Placed<'_>, columns: &[Column]) -> bool {
    placed.own(columns, Role::Sequence).is_some_and(|piece| {
        numbering::is_number(&piece.text)
            || matches!(numbering::opening(&piece.text), Some((Opening::Number(_), rest)) if rest.is_empty())
    })
}

/// What stands around a row.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// The row below.
    pub next: Option<&'a Row>,
    /// A record stands right above, no section between.
    pub recorded: bool,
    /// The row is the first of its page.
    pub page_begins: bool,
    /// The signature block has begun.
    pub signed: bool,
    /// The date of the record above, as far as it was read.
    pub last_date: Option<&'a str>,
}

/// A row of a table's body.
pub struct InTable<'a> {
    vocab: Vocab,
    /// The row.
    pub row: &'a Row,
    around: Around<'a>,
    columns: &'a [Column],
    habit: Habit,
    placed: Placed<'a>,
    numbered: bool,
    /// Its own date, unless its words are those of a total, a note or a letter.
    date: Option<&'a Piece>,
    title: Option<&'a Piece>,
}

impl<'a> InTable<'a> {
    /// A row below these columns.
    pub fn new(vocab: Vocab, row: &'a Row, columns: &'a [Column], habit: Habit, around: Around<'a>) -> Self {
        let placed = Placed::new(row, columns);
        Self {
            vocab,
            numbered: has_number(&placed, columns),
            date: placed.own(columns, Role::Date).filter(|piece| !judge::is_closing(vocab, &piece.text)),
            title: placed.own(columns, Role::Activity),
            row,
            around,
            columns,
            habit,
            placed,
        }
    }

    /// What the row is.
    pub fn judge(&self) -> Verdict {
        let texts = self.row.own().map(Piece::line);
        let words: Vec<String> = texts.filter(|text| !numbering::is_number(text) && !is_dash(text)).collect();
        judge::judge(&Case {
            vocab: self.vocab,
            words: &words,
            numbered: self.numbered,
            dated: self.date.is_some() || self.is_merged(),
            recorded: self.around.recorded,
            closed: self.around.signed,
            letter: false,
            head: false,
            stands: Stands::Table(self),
        })
    }

    fn inherits(&self, role: Role) -> bool {
        self.placed.of(self.columns, role).is_some_and(|piece| piece.inherited)
    }

    fn owns(&self, role: Role) -> bool {
        self.placed.own(self.columns, role).is_some()
    }

    fn has_column(&self, role: Role) -> bool {
        self.columns.iter().any(|column| column.roles.contains(&role))
    }

    /// Its date or number is that of a merged area.
    fn is_merged(&self) -> bool {
        self.inherits(Role::Date) || self.inherits(Role::Sequence)
    }

    /// It repeats headings of the table.
    pub fn repeats_heading(&self) -> bool {
        headings::repeats(self.columns, self.row)
    }

    /// A date that a table without lines breaks over rows goes on.
    pub fn completes_day(&self) -> bool {
        self.row.place.spot.page().is_some()
            && !self.numbered
            && self.around.recorded
            && !self.date.is_some_and(|date| is_wide(date, self.columns))
            && self.around.last_date.zip(self.date).is_some_and(|(last, now)| completes(last, &now.line()))
    }

    /// It has a number and nothing else.
    pub fn is_empty(&self) -> bool {
        let words =
            self.row.own().any(|piece| !numbering::is_number(&piece.line()) && !is_dash(&piece.line()));
        !words && (self.numbered || self.placed.own_count() == 0)
    }

    /// The same in a table without activities.
    pub fn is_empty_summary(&self) -> bool {
        !self.has_column(Role::Activity) && self.is_empty()
    }

    /// Its number or date says that it is an example.
    pub fn is_example(&self) -> bool {
        [Role::Sequence, Role::Date].iter().any(|role| {
            self.placed
                .own(self.columns, *role)
                .is_some_and(|piece| self.vocab.rows.is(&piece.text, Meaning::Example))
        })
    }

    /// Its title, or all of its words but the department, say that there was nothing to report.
    pub fn is_nil(&self, words: &[String]) -> bool {
        if let Some(title) = self.title {
            const TOLD: [Role; 5] =
                [Role::Date, Role::Counterpart, Role::Country, Role::Venue, Role::Outcome];
            let empty = || {
                TOLD.iter().any(|role| self.has_column(*role)) && !TOLD.iter().any(|role| self.owns(*role))
            };
            return judge::is_nil(self.vocab, &title.line()) && (words.len() <= 2 || empty());
        }
        let owner = self.placed.own(self.columns, Role::Owner).map(Piece::line);
        let nil = |text: &&String| judge::is_nil(self.vocab, text);
        words.iter().any(|text| nil(&text))
            && words.iter().all(|text| nil(&text) || Some(text) == owner.as_ref())
    }

    /// A cell after the first counts something.
    pub fn counts(&self) -> bool {
        self.row.own().skip(1).any(|piece| piece.text.chars().any(thai::is_digit))
    }

    /// It has a single cell.
    pub fn is_alone(&self) -> bool {
        self.row.own().count() == 1
    }

    /// Its title may be that of a total whose first word is this.
    pub fn title_counts(&self, first: &str) -> bool {
        self.title.is_none_or(|title| {
            title.line() == first
                || title.text.chars().any(thai::is_digit)
                || title.text.chars().count() < COUNT
        })
    }

    /// The rest of a row that a page break cuts: it stands first on the page, with no number and no date of its own.
    fn is_carried_over(&self) -> bool {
        let heads = self.placed.pieces.iter().any(|(_, piece)| is_wide(piece, self.columns));
        self.around.page_begins && self.around.recorded && !heads
    }

    /// One heading over the records below it.
    pub fn is_section(&self) -> bool {
        let mut words = self.row.own().filter(|p| !numbering::is_number(&p.text) && !is_dash(&p.text));
        let (Some(only), None) = (words.next(), words.next()) else { return false };
        let text = only.line();
        if self.is_carried_over() || !judge::may_head(&text) {
            return false;
        }
        let is = |piece: Option<&Piece>| piece.is_some_and(|piece| std::ptr::eq(piece, only));
        let wide = is_wide(only, self.columns);
        if self.date.is_some() {
            // A date over the whole width heads the rows of that day; a date in its own column is a row's own.
            return is(self.date) && !self.numbered && (wide || self.next_has_no_date());
        }
        if !is(self.placed.of(self.columns, Role::Activity)) {
            let first = self.columns.first().is_some_and(|column| only.left <= column.right);
            let sequence = is(self.placed.of(self.columns, Role::Sequence));
            let named = || judge::is_section(self.vocab, &text);
            return wide || sequence || !self.numbered && (first || named());
        }
        if self.numbered {
            return self.around.next.is_some_and(|next| is_subnumber(self.row, next, self.columns));
        }
        wide || judge::is_section(self.vocab, &text)
            && self.vocab.anchors.opens(&text, Anchor::Begins).is_none()
            || dated::is_month(&text)
            || self.around.next.is_some_and(|next| has_number(&Placed::new(next, self.columns), self.columns))
                && matches!(numbering::opening(&text), Some((Opening::Letter(_), _)))
    }

    fn next_has_no_date(&self) -> bool {
        let own = |next: &Row| Placed::new(next, self.columns).own(self.columns, Role::Date).is_some();
        self.around.next.is_some_and(|next| !own(next))
    }

    /// No cell of it stands under a heading.
    pub fn is_outside(&self) -> bool {
        self.placed.pieces.is_empty()
    }

    /// It has a number or a day of its own.
    pub fn is_fresh(&self) -> bool {
        let date = self.placed.own(self.columns, Role::Date);
        let tells = |text: &str| dated::is_days(text) || dated::names_period(text);
        self.numbered || date.is_some_and(|date| content::is_date(date) || tells(&date.line()))
    }

    /// The same in a table without activities, where nothing else was told.
    pub fn is_unfilled_summary(&self) -> bool {
        !self.has_column(Role::Activity) && self.is_fresh()
    }

    /// The rest of a row that a page break cuts.
    pub fn is_rest_of_row(&self) -> bool {
        !self.is_fresh() && self.is_carried_over()
    }

    /// It has a title of its own.
    pub fn has_title(&self) -> bool {
        self.title.is_some()
    }

    /// It has a title and a number or day of its own.
    pub fn is_fresh_title(&self) -> bool {
        self.has_title() && self.is_fresh()
    }

    /// The title goes on with that of the record above, where most rows have a number or day.
    pub fn goes_on_with_title(&self) -> bool {
        let Some(title) = self.title else { return false };
        if !self.around.recorded || !(self.habit.numbered || self.habit.dated) || self.is_merged() {
            return false;
        }
        let text = title.line();
        let pieces = &self.placed.pieces;
        let ditto = pieces.iter().any(|(_, piece)| self.vocab.rows.is(&piece.text, Meaning::Ditto));
        let begins =
            self.vocab.anchors.opens(&text, Anchor::Begins).is_some() || numbering::opening(&text).is_some();
        let whole = self.placed.own_count() > 2 || !self.habit.numbered;
        // On a sheet no line is broken over rows: a row with a title and a side or sender of its own is an activity of its
        // own.
        let sides = [Role::Counterpart, Role::Delegate, Role::Country, Role::Owner];
        let on_sheet = pieces.iter().all(|(_, piece)| piece.place.spot.page().is_none());
        let own_side = on_sheet && sides.iter().any(|role| self.owns(*role));
        !(ditto || own_side || begins && whole)
    }

    /// It has a day of its own under a merged title.
    pub fn is_under_title(&self) -> bool {
        self.inherits(Role::Activity) && self.is_fresh() && !self.inherits(Role::Sequence)
    }

    /// It says more of the record above.
    pub fn is_more(&self) -> bool {
        self.around.recorded && !self.is_fresh()
    }

    /// It has no title, but tells who came or what came of it.
    pub fn tells_without_title(&self) -> bool {
        let told = [Role::Counterpart, Role::Delegate, Role::Outcome, Role::Country, Role::Kind];
        self.is_fresh() && told.iter().any(|role| self.owns(*role))
    }
}

/// The piece stands under more than one heading.
fn is_wide(piece: &Piece, columns: &[Column]) -> bool {
    columns.iter().filter(|column| piece.left <= column.left && column.left <= piece.right).count() > 1
}

/// A date that a table without lines breaks over rows: `25` `พ.ย. 65`, or `4 พ.ย.` `65`.
fn completes(last: &str, now: &str) -> bool {
    let month = dated::is_days(last) && dated::is_month(now);
    let open = dated::day(last).is_some_and(|r| r.end == last.trim_end().len())
        && !last.trim_end().ends_with(thai::is_digit);
    let year = numbering::is_number(now) && matches!(now.chars().count(), 2 | 4) && !dated::is_days(now);

    month || open && year
}

/// `1.1` below `1`.
fn is_subnumber(row: &Row, next: &Row, columns: &[Column]) -> bool {
    let parts = |row: &Row| -> Vec<u32> {
        let placed = Placed::new(row, columns);
        let text = placed.own(columns, Role::Sequence).map(Piece::line).unwrap_or_default();
        crate::thai::arabic_digits(&text).split('.').filter_map(|p| p.trim().parse().ok()).collect()
    };
    let (upper, lower) = (parts(row), parts(next));
    upper.len() == 1 && lower.len() == 2 && lower[0] == upper[0]
}
