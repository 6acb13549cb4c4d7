//! What is reported as done although its day is still to come.

use crate::model::{Doubt, Register, Status};
use jiff::civil::Date;

/// Doubts the status of what was held after the day of the run. The wording stands: nothing is made a plan of by its date.
pub fn doubt_ahead(register: &mut Register, as_of: Date) {
    for entry in &mut register.entries {
        let engagement = &mut entry.engagement;
        let ahead = engagement.period.value.start.is_some_and(|start| start > as_of);
        let doubt = Doubt::HeldAhead { as_of };
        if ahead && engagement.status.value == Status::Held && !engagement.status.doubts.contains(&doubt) {
            engagement.status.doubts.push(doubt);
        }
    }
}
