//! Every file of the inbox, each with what it gave: bytes that several files share are read once, and tables of
//! departments that a person taught layouts for are read as taught.

use crate::attached;
use crate::cache::Cache;
use crate::inbox::{self, Content, Found};
use crate::isolate::{Asked, Pool};
use crate::model::{Layout, Processed, REVIEW_IN_OUTBOX, Report, Reported, Review};
use crate::recognise::{self, Recogniser};
use crate::review;
use crate::run::Step;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What files are read by.
pub struct Readers<'a> {
    /// The processes that read.
    pub pool: &'a Pool,
    /// What earlier runs read.
    pub cache: &'a Cache,
    /// What reads pictures.
    pub recogniser: &'a Recogniser,
    /// Hears of every file, from any thread.
    pub tell: &'a (dyn Fn(Step) + Sync),
}

/// A file of the inbox by its place in the list, then what it and the files in it gave.
type Carried = (usize, Vec<Processed>);

impl Readers<'_> {
    /// Every file of the inbox with what it gave, in the order of `found`. `review` is the one of the outbox.
    pub fn all(&self, found: &[Found], review: Option<&Review>) -> Vec<Processed> {
        let mut copies: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut alone = Vec::new();
        for (index, file) in found.iter().enumerate() {
            match &file.sha256 {
                Some(hash) => copies.entry(hash).or_default().push(index),
                None => alone.push(vec![index]),
            }
        }
        let groups: Vec<Vec<usize>> = copies.into_values().chain(alone).collect();
        let mut files: Vec<Carried> =
            groups.par_iter().flat_map_iter(|group| self.copies(found, group)).collect();
        self.as_taught(found, &mut files, review);
        files.sort_by_key(|(index, _)| *index);
        let mut files: Vec<Vec<Processed>> = files.into_iter().map(|(_, carried)| carried).collect();
        attached::settle_copies(&mut files);
        files.into_iter().flatten().collect()
    }

    /// Files with the same bytes, each followed by the files in it. The first that can be read is; the ones after it are
    /// its duplicates. A name may keep one copy from being read, and then the next is tried.
    fn copies(&self, found: &[Found], copies: &[usize]) -> Vec<Carried> {
        let mut original: Option<&str> = None;
        let mut files = Vec::with_capacity(copies.len());
        for index in copies {
            let carried = self.file(&found[*index], original, &[]);
            if carried.first().is_some_and(|Processed { reported, .. }| reported.status.is_read()) {
                original = Some(&found[*index].file);
            }
            for (at, Processed { report, reported }) in carried.iter().enumerate() {
                self.told(at, report, reported);
            }
            files.push((*index, carried));
        }
        files
    }

    /// Reads the files of departments anew that a person taught layouts of tables for, in the review workbooks of the
    /// inbox or in the one of the outbox.
    fn as_taught(&self, found: &[Found], files: &mut [Carried], outbox: Option<&Review>) {
        let of_inbox = files.iter().flat_map(|(_, carried)| carried);
        let of_inbox =
            of_inbox.filter_map(|file| Some((file.report.file.clone(), file.reported.review.clone()?)));
        let of_outbox = outbox.map(|review| (REVIEW_IN_OUTBOX.to_owned(), review.clone()));
        let layouts = review::taught(of_inbox.chain(of_outbox).collect());
        let theirs = |file: &Processed| {
            let department = file.reported.department.as_deref().unwrap_or_default();
            file.reported.status.is_read() && layouts.iter().any(|layout| layout.department == department)
        };
        let taught = files.par_iter_mut().filter(|(_, carried)| carried.iter().any(theirs));
        taught.for_each(|(at, carried)| *carried = self.file(&found[*at], None, &layouts));
    }

    /// What a file of the inbox gave, then what each of the files in it gave: as an earlier run read these very bytes
    /// under this very name, or read now. Pages that have only pixels are read by what is recognised in them.
    fn file(&self, found: &Found, copy_of: Option<&str>, layouts: &[Layout]) -> Vec<Processed> {
        let mut content = None;
        let plain = self.asked(found, &mut content, (copy_of, layouts), None);
        let wanted = plain.first().map(|own| recognise::wanted(&own.reported.problems)).unwrap_or_default();
        let engine = if wanted.is_empty() { None } else { self.recogniser.identity() };
        match engine {
            Some(engine) => self.asked(found, &mut content, (copy_of, layouts), Some((engine, &wanted))),
            None => plain,
        }
    }

    /// The same; pages are recognised only where some are named. The content is kept once it is loaded.
    fn asked(
        &self,
        found: &Found,
        content: &mut Option<Content>,
        (copy_of, layouts): (Option<&str>, &[Layout]),
        recognised: Option<(&str, &BTreeSet<u32>)>,
    ) -> Vec<Processed> {
        let engine = recognised.map(|(engine, _)| engine);
        let asked = |sha256| Asked { file: &found.file, size: found.size, sha256, copy_of, layouts, engine };
        if let Some(known) = found.sha256.as_deref().and_then(|sha256| self.cache.answer(&asked(sha256))) {
            return known;
        }
        let content = match content {
            Some(content) => content,
            None => match inbox::load(found) {
                Ok(loaded) => content.insert(loaded),
                Err(settled) => return vec![settled],
            },
        };
        let (pages, names) = recognised
            .map(|(_, wanted)| self.recogniser.pages(self.pool, Some(self.cache), content, wanted))
            .unwrap_or_default();
        match self.pool.file(content, copy_of, layouts, pages) {
            Ok(files) => {
                self.cache.keep(&asked(&content.sha256), &files, names);
                files
            }
            Err(settled) => vec![settled],
        }
    }

    fn told(&self, at: usize, report: &Report, reported: &Reported) {
        (self.tell)(if at == 0 { Step::Done(report, reported) } else { Step::Attached(report, reported) });
    }
}
