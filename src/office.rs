//! The workbook of settings that is in force: found among the files of the inbox by its content before anything else is
//! read, because its names hold for all reports.

use crate::cache::Cache;
use crate::inbox::{self, Found};
use crate::isolate::Pool;
use crate::model::{Flaw, Place, Processed, Settings};
use crate::problem::{Failure, OfSettings, Problem, What};
use crate::settings;
use crate::vocab::Vocab;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What a file that may hold settings turned out to be.
type Looked<'a> = (&'a Found, Option<Result<Settings, What>>);

/// The settings of an inbox; nothing is set where it has none. What is remembered of files without any is kept in the
/// `cache`.
///
/// # Errors
/// If a workbook of settings cannot be read, or there are several: what was set then must not be lost in silence.
pub fn settings(found: &[Found], readers: &Pool, cache: &Cache) -> Result<Settings, Failure> {
    let mut plain = cache.without_settings();
    let known = |file: &&Found| file.sha256.as_deref().is_some_and(|sha256| plain.contains(sha256));
    let may_be = found.iter().filter(|file| settings::may_be(&file.file));
    let unknown: Vec<&Found> = may_be.filter(|file| settings::by_name(&file.file) || !known(file)).collect();
    let looked: Vec<Looked> = unknown.par_iter().map(|file| (*file, look(file, readers))).collect();
    let mut set: BTreeMap<String, (&Found, Result<Settings, What>)> = BTreeMap::new();
    for (file, said) in looked {
        let sha256 = file.sha256.clone().unwrap_or_default();
        match said {
            Some(said) => _ = set.entry(sha256).or_insert((file, said)),
            None => _ = plain.insert(sha256),
        }
    }
    let there: BTreeSet<&str> = found.iter().filter_map(|file| file.sha256.as_deref()).collect();
    plain.retain(|sha256| there.contains(sha256.as_str()));
    cache.keep_without_settings(&plain);
    if set.len() > 1 {
        let mut files: Vec<String> = set.values().map(|(file, _)| file.file.clone()).collect();
        files.sort();
        return Err(Failure::ManySettings { files });
    }
    let Some((sha256, (file, said))) = set.pop_first() else { return Ok(Settings::default()) };
    let file = file.file.clone();
    match said {
        Ok(settings) => Ok(Settings { file, sha256, ..settings }),
        Err(what) => Err(Failure::Settings { file, what }),
    }
}

fn look(file: &Found, readers: &Pool) -> Option<Result<Settings, What>> {
    match inbox::load(file) {
        Ok(content) => readers.settings(&content),
        Err(settled) if settings::by_name(&file.file) => {
            let what = settled.reported.problems.into_iter().next().map(|problem| problem.what);
            Some(Err(what.unwrap_or(What::StillArriving)))
        }
        Err(_) => None,
    }
}

/// A vocabulary with the names of settings. Should they not go together, the settings say so.
pub fn vocabulary(vocab: Vocab, settings: &mut Settings) -> Vocab {
    if settings.tables.is_empty() {
        return vocab;
    }
    vocab.with(settings::PACK, &settings.tables).unwrap_or_else(|_| {
        settings.faults.push(Problem::warning(
            Place::file(&settings.file),
            What::Settings(OfSettings::Cell(Flaw::Letters)),
        ));
        vocab
    })
}

/// Says of the files of the inbox which workbook of settings is in force, and what a person should know.
pub fn placed(files: &mut [Processed], settings: &Settings) -> Vec<Problem> {
    let mut problems = settings.faults.clone();
    for Processed { report, reported } in files {
        let elsewhere =
            reported.problems.iter().any(|problem| problem.what == What::Settings(OfSettings::Elsewhere));
        if !settings.file.is_empty() && report.sha256 == settings.sha256 {
            let what = What::Settings(OfSettings::Taken { faults: settings.faults.len() as u32 });
            reported.problems = vec![Problem::note(Place::file(&report.file), what)];
        } else if elsewhere {
            problems.push(Problem::warning(Place::file(&report.file), What::Settings(OfSettings::Elsewhere)));
        }
    }
    problems
}
