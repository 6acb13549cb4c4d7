//! The window for the program that fits the weights, and for `inspect`: everything that is proposed for a document, with
//! the evidence.

use super::body::{Body, bodies};
use super::evidence::{self, Evidence};
use super::facts::Facts;
use super::flow;
use super::ledger::Ledger;
use super::net;
use super::readings::{View, propose};
use super::sketch::Sketch;
use super::weigh::{Weighed, cover};
use crate::model::{Document, Place};
use crate::vocab::Vocab;
use std::ops::Range;

/// A sheet, or all pages, with everything that is proposed for it.
pub struct Studied {
    /// What leaving each row costs.
    pub costs: Vec<f32>,
    /// The proposals.
    pub proposals: Vec<Proposal>,
    /// Names of the evidence, in its order.
    pub names: Vec<&'static str>,
}

/// One way to read a stretch of rows.
pub struct Proposal {
    /// The reading that proposes it.
    pub reading: &'static str,
    /// The rows, by their place in the body.
    pub span: Range<usize>,
    /// What the rows that it leaves unexplained cost.
    pub left: f32,
    /// Fields of its records that hold what their roles say, less those that hold something else.
    pub fields: f32,
    /// Its records: where each stands, where its rows begin and end, and its title.
    pub records: Vec<(Place, Place, Place, String)>,
    /// The evidence for each record.
    pub evidence: Vec<Evidence>,
    /// How likely each record is one.
    pub likely: Vec<f32>,
    /// What the proposal is worth.
    pub value: f32,
    /// True if it is part of the cover that is worth most in this order of reading.
    pub chosen: bool,
}

/// Everything that is proposed for a document, for each order in which it may be read.
pub fn study(vocab: Vocab, file: &str, document: &Document) -> Vec<Vec<Studied>> {
    let facts = Facts::new(vocab);
    flow::orders(document)
        .iter()
        .map(|order| {
            let strips = flow::flow(vocab, file, document, *order, &mut Ledger::default());
            let bodies = bodies(vocab, strips);
            let read = bodies.iter().filter(|body| !body.hidden && !body.rows.is_empty());
            read.map(|body| studied(file, body, &facts)).collect()
        })
        .collect()
}

fn studied(file: &str, body: &Body, facts: &Facts) -> Studied {
    let view = View::new(body, facts, false);
    let costs = net::costs(&view);
    let sketches = propose(&view, |reading| reading.plain || !view.large);
    let names = sketches
        .iter()
        .find(|sketch| !sketch.drafts.is_empty())
        .map(|sketch| evidence::names(&view, sketch))
        .unwrap_or_default();
    let place = |at: Option<&usize>| at.map_or_else(|| Place::file(file), |at| body.rows[*at].place.clone());
    let proposal = |sketch: Sketch| {
        let weighed = Weighed::new(&view, sketch, &costs);
        let records = weighed.sketch.drafts.iter().map(|draft| {
            let (first, last) = (draft.rows.iter().min(), draft.rows.iter().max());
            (draft.place.clone(), place(first), place(last), draft.title().to_owned())
        });
        Proposal {
            reading: weighed.sketch.reading,
            span: weighed.sketch.span.clone(),
            left: weighed.left,
            fields: weighed.fields,
            records: records.collect(),
            value: weighed.value(),
            chosen: false,
            likely: weighed.likely,
            evidence: weighed.evidence,
        }
    };
    let mut proposals: Vec<Proposal> = sketches.into_iter().map(proposal).collect();
    let offers: Vec<_> = proposals.iter().map(|one| (one.span.clone(), one.value)).collect();
    for n in cover(&offers, &costs).0 {
        proposals[n].chosen = true;
    }
    Studied { costs, proposals, names }
}
