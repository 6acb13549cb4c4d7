//! What earlier runs found out, so that nothing is worked out twice: what each file gave, and what the last run came to.
//!
//! An entry lies under a digest of all that it depends on: the program, its vocabulary, the file's name and bytes, and
//! what else was asked. It carries a seal over itself and that name, so that a damaged or exchanged entry is none, and
//! an answer is looked at like one that a process gives.

use crate::digest::sha256;
use crate::inbox::Found;
use crate::isolate::Asked;
use crate::model::{FileStatus, Processed};
use crate::outbox::{self, CacheFolder};
use crate::problem::Problem;
use crate::recognise::{self, Recogniser};
use crate::run::{Options, Ran};
use crate::vocab::Vocab;
use crate::write::{self, Consolidated};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// The sources that this program was made of, as a digest.
const PROGRAM: &str = env!("FOCALPOINT_SOURCES");
/// Under which the last run lies.
const LAST_RUN: &str = "last-run";
/// Under which the digests of workbooks lie that hold no settings.
const NO_SETTINGS: &str = "no-settings";
/// Digits of a seal.
const SEAL: usize = 64;
/// Bytes of an entry at most: those of an answer and a seal.
const LARGEST: u64 = (64 << 20) + SEAL as u64;

/// What earlier runs over an outbox found out.
#[derive(Debug)]
pub struct Cache {
    folder: CacheFolder,
    /// The sources of the program, as a digest.
    program: &'static str,
    vocab: Vocab,
    writes: bool,
    /// Names of the entries that this run looked for.
    used: Mutex<BTreeSet<String>>,
}

/// The last run with all that it depended on.
#[derive(Debug, Serialize, Deserialize)]
struct LastRun {
    /// A digest of what it was asked and found in the inbox.
    inputs: String,
    /// What read its pictures, empty for nothing; `None` where there were none to be read.
    engine: Option<String>,
    /// The outputs that a run reads or leaves, each with a digest if it stands.
    outputs: Vec<(String, Option<String>)>,
    ran: Ran,
}

impl Cache {
    /// The one of an outbox that this run holds.
    pub fn of(outbox: &Path, vocab: Vocab) -> Self {
        let folder = CacheFolder::of(outbox);
        Self { folder, program: PROGRAM, vocab, writes: true, used: Mutex::default() }
    }

    /// The one of an outbox that is only looked at: nothing is written to it.
    pub fn to_read(outbox: &Path, vocab: Vocab) -> Self {
        Self { writes: false, ..Self::of(outbox, vocab) }
    }

    /// What files give is remembered as this vocabulary understands them.
    pub fn understand_by(&mut self, vocab: Vocab) {
        self.vocab = vocab;
    }

    /// Digests of workbooks that hold no settings.
    pub fn without_settings(&self) -> BTreeSet<String> {
        self.opened(NO_SETTINGS).unwrap_or_default()
    }

    /// Keeps the digests of workbooks that hold no settings.
    pub fn keep_without_settings(&self, digests: &BTreeSet<String>) {
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(NO_SETTINGS.to_owned());
        if self.writes && self.opened::<BTreeSet<String>>(NO_SETTINGS).as_ref() != Some(digests) {
            self.sealed(NO_SETTINGS, digests);
        }
    }

    /// What an earlier run was answered.
    pub fn answer(&self, asked: &Asked) -> Option<Vec<Processed>> {
        let (files, names): (Vec<Processed>, Vec<String>) = self.opened(&self.name(asked)?)?;
        if !asked.is_answered_by(&files) {
            return None;
        }
        self.used
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .extend(names.into_iter().filter(|name| is_name(name)));
        Some(files)
    }

    /// Keeps an answer for later runs, unless the program failed on the way: the next run tries again.
    ///
    /// `words` names what was recognised for it, which is kept as long as the answer is.
    pub fn keep(&self, asked: &Asked, files: &[Processed], words: Vec<String>) {
        let failed = files.iter().any(|file| file.reported.status == FileStatus::Failed);
        let failed = failed || recognise::failed(files);
        if let Some(name) = self.name(asked).filter(|_| self.writes && !failed) {
            self.sealed(&name, &(files, words));
        }
    }

    /// What a recogniser said of a picture. The name is a digest of both.
    pub fn words(&self, name: &str) -> Option<Vec<String>> {
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned());
        self.opened(name)
    }

    /// Keeps what a recogniser said of a picture.
    pub fn keep_words(&self, name: &str, words: &[String]) {
        if self.writes && self.opened::<Vec<String>>(name).is_none() {
            self.sealed(name, &words);
        }
    }

    /// What the last run came to, if a further one would be asked the same, and its outputs stand.
    pub fn last_run(&self, options: &Options, found: &[Found], recogniser: &Recogniser) -> Option<Ran> {
        let last: LastRun = self.opened(LAST_RUN)?;
        let same = self.inputs(options, found)? == last.inputs;
        let same =
            same && last.engine.is_none_or(|engine| engine == recogniser.identity().unwrap_or_default());
        let stands = |(output, digest): &(String, Option<String>)| {
            let found = outbox::read(&options.outbox, output);
            found.is_ok_and(|bytes| bytes.map(|bytes| sha256(&bytes)) == *digest)
        };
        (same && last.outputs.iter().all(stands)).then_some(last.ran)
    }

    /// Keeps what a run came to if another would come to the same, and of the rest only what it looked for.
    pub fn keep_run(
        &self,
        options: &Options,
        found: &[Found],
        (result, recogniser): (&Consolidated, &Recogniser),
        outputs: &[(String, Vec<u8>)],
        ran: &Ran,
    ) {
        // Another may find a file whole that was arriving, and read one on which the program failed.
        let passing =
            |file: &Processed| matches!(file.reported.status, FileStatus::Arriving | FileStatus::Failed);
        // What was wrong with an output of the run before has been written anew.
        let mended = |problem: &Problem| outputs.iter().any(|(output, _)| *output == problem.place.file);
        let lasts = !result.files.iter().any(passing) && !result.problems.iter().any(mended);
        let lasts = lasts && !recognise::failed(&result.files);
        let engine = recognise::matters(&result.files);
        let engine = engine.then(|| recogniser.identity().unwrap_or_default().to_owned());
        let inputs = self.inputs(options, found).filter(|_| lasts);
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(inputs) = inputs {
            let mut outputs: Vec<(String, Option<String>)> =
                outputs.iter().map(|(output, bytes)| (output.clone(), Some(sha256(bytes)))).collect();
            if outputs.iter().all(|(output, _)| output != write::LAST_MONTH) {
                outputs.push((write::LAST_MONTH.to_owned(), None));
            }
            self.sealed(LAST_RUN, &LastRun { inputs, engine, outputs, ran: ran.clone() });
            used.insert(LAST_RUN.to_owned());
        }
        self.folder.keep_only(&used);
    }

    /// A digest of what a run is asked and finds in the inbox; `None` if a file cannot be known from its bytes.
    fn inputs(&self, options: &Options, found: &[Found]) -> Option<String> {
        let files: Option<Vec<_>> = found.iter().map(Found::known).collect();
        let folders = [&options.inbox, &options.outbox].map(|path| path.display().to_string());
        let link = outbox::link(&options.outbox, &options.inbox);
        let asked = (options.lang, options.also, options.as_of, options.period, folders, link);
        digest(self.program, options.vocab, &(asked, files?))
    }

    fn name(&self, asked: &Asked) -> Option<String> {
        let name = digest(self.program, self.vocab, asked)?;
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(name.clone());
        Some(name)
    }

    /// What lies under a name, if it is whole.
    fn opened<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        let entry = self.folder.read(name, LARGEST)?;
        let (seal, bytes) = entry.split_at_checked(SEAL)?;
        if seal != self.seal(name, bytes).as_bytes() {
            return None;
        }
        postcard::from_bytes(bytes).ok()
    }

    fn sealed(&self, name: &str, what: &impl Serialize) {
        let Ok(bytes) = postcard::to_stdvec(what) else { return };
        // A longer entry is not opened again.
        if (SEAL + bytes.len()) as u64 > LARGEST {
            return;
        }
        let seal = self.seal(name, &bytes);
        self.folder.write(name, &[seal.as_bytes(), &bytes].concat());
    }

    /// Binds the bytes to the name, and to the program that wrote them: the next one may write another shape.
    fn seal(&self, name: &str, bytes: &[u8]) -> String {
        sha256(&[self.program.as_bytes(), name.as_bytes(), bytes].concat())
    }
}

/// True for the name of what was recognised: it leads nowhere else.
fn is_name(name: &str) -> bool {
    name.len() == SEAL && name.bytes().all(|b| b.is_ascii_hexdigit())
}

/// A digest of the program, what it understands by, and something else.
fn digest(program: &str, vocab: Vocab, of: &impl Serialize) -> Option<String> {
    let bytes = postcard::to_stdvec(&(program, vocab.digest(), of)).ok()?;
    Some(sha256(&bytes))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // a test that cannot go on should stop
mod tests {
    use super::*;
    use crate::model::{Format, Layout, Place, Report, Reported};
    use crate::problem::What;

    fn nothing(file: &str, sha256: &str) -> Vec<Processed> {
        let report =
            Report { file: file.to_owned(), size: 3, sha256: sha256.to_owned(), format: Format::Csv };
        let problem = Problem::note(Place::file(file), What::OwnFile);
        let reported = Reported::settled(FileStatus::NilReport, problem);
        vec![Processed { report, reported }]
    }

    #[test]
    fn an_answer_is_given_again_only_to_the_same_question() {
        let outbox = tempfile::tempdir().unwrap();
        let cache = Cache::of(outbox.path(), Vocab::built_in());
        let (one, other) = ("a".repeat(64), "b".repeat(64));
        let asked = Asked { file: "x.csv", size: 3, sha256: &one, copy_of: None, layouts: &[], engine: None };
        let answer = nothing("x.csv", &one);
        cache.keep(&asked, &answer, Vec::new());
        assert_eq!(cache.answer(&asked), Some(answer));
        let layout = Layout { department: "IAO".to_owned(), headings: Vec::new(), roles: Vec::new() };
        let others = [
            Asked { file: "y.csv", ..asked },
            Asked { size: 4, ..asked },
            Asked { sha256: &other, ..asked },
            Asked { copy_of: Some("z.csv"), ..asked },
            Asked { layouts: std::slice::from_ref(&layout), ..asked },
            Asked { engine: Some("tesseract 5"), ..asked },
        ];
        for other in others {
            assert_eq!(cache.answer(&other), None, "{other:?}");
        }
        let later = Cache { program: "another", ..Cache::of(outbox.path(), Vocab::built_in()) };
        assert_eq!(later.answer(&asked), None);
    }

    #[test]
    fn an_entry_that_was_touched_is_none() {
        let outbox = tempfile::tempdir().unwrap();
        let cache = Cache::of(outbox.path(), Vocab::built_in());
        let sha256 = "a".repeat(64);
        let asked =
            Asked { file: "x.csv", size: 3, sha256: &sha256, copy_of: None, layouts: &[], engine: None };
        cache.keep(&asked, &nothing("x.csv", &sha256), Vec::new());
        let name = cache.name(&asked).unwrap();
        let whole = cache.folder.read(&name, LARGEST).unwrap();
        for at in 0..whole.len() {
            let mut touched = whole.clone();
            touched[at] ^= 1;
            cache.folder.write(&name, &touched);
            assert_eq!(cache.answer(&asked), None, "byte {at}");
            cache.folder.write(&name, &whole[..at]);
            assert_eq!(cache.answer(&asked), None, "cut at {at}");
        }
        let elsewhere = Asked { file: "y.csv", ..asked };
        cache.folder.write(&cache.name(&elsewhere).unwrap(), &whole);
        assert_eq!(cache.answer(&elsewhere), None, "under another name");
    }

    #[test]
    fn what_the_program_failed_on_is_tried_again() {
        let outbox = tempfile::tempdir().unwrap();
        let cache = Cache::of(outbox.path(), Vocab::built_in());
        let sha256 = "a".repeat(64);
        let asked =
            Asked { file: "x.csv", size: 3, sha256: &sha256, copy_of: None, layouts: &[], engine: None };
        let mut answer = nothing("x.csv", &sha256);
        answer[0].reported.status = FileStatus::Failed;
        cache.keep(&asked, &answer, Vec::new());
        assert_eq!(cache.answer(&asked), None);
    }
}
