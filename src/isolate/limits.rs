//! What a process that reads files denies itself before it reads the first byte.
//!
//! Memory, processing time, core files and the death of the parent are limits of the system, without which it does not
//! start on Linux. No further file, no network and no sight of the disk are asked for as far as the system knows them.

use std::time::Duration;

/// Bytes of addresses of a process.
pub const ADDRESS_SPACE: u64 = 2 << 30;
/// Processing of a file.
pub const CPU: Duration = Duration::from_secs(30);
/// From handing a file over to the answer.
pub const WALL: Duration = Duration::from_mins(1);
/// Stack of the thread that reads: files that are nested deeply recurse deeply in the readers' libraries.
pub const STACK: usize = 64 << 20;
/// Addresses that a process may hold on to after a file. Beyond, the next file would have less than it is due.
#[cfg(target_os = "linux")]
const HELD: u64 = 768 << 20;

/// Seconds of processing of a recogniser beyond those that a page may take.
#[cfg(unix)]
const SLACK: u64 = 5;
/// Where programs, their libraries and their data lie.
#[cfg(target_os = "linux")]
const PROGRAMS: [&str; 8] = ["/usr", "/bin", "/lib", "/lib32", "/lib64", "/etc/ld.so.cache", "/opt", "/nix"];

/// The same beside a program that lies elsewhere.
#[cfg(target_os = "linux")]
const BESIDE: [&str; 3] = ["../lib", "../share", "tessdata"];

/// What a process needs after it has limited itself.
#[derive(Debug)]
pub struct Limited {
    /// Where it answers.
    pub answers: std::fs::File,
    #[cfg(target_os = "linux")]
    size: Option<std::fs::File>,
}

impl Limited {
    /// True if the process holds on to so much memory that the next file would have too little.
    pub fn is_spent(&self) -> bool {
        #[cfg(target_os = "linux")]
        {
            use std::os::unix::fs::FileExt;
            let mut text = [0; 64];
            let read = self.size.as_ref().and_then(|size| size.read_at(&mut text, 0).ok()).unwrap_or(0);
            let pages = String::from_utf8_lossy(&text[..read]).split(' ').next().map(str::parse::<u64>);
            matches!(pages, Some(Ok(pages)) if pages * rustix::param::page_size() as u64 > HELD)
        }
        #[cfg(not(target_os = "linux"))]
        false
    }
}

/// Puts the limits on this process, and gives what it needs to work under them. What a library prints goes to standard
/// error from here on.
///
/// # Errors
/// If a limit is refused: its name and the system's words.
#[cfg(unix)]
pub fn put() -> Result<Limited, String> {
    use rustix::process::Resource;
    use rustix::stdio;
    use std::os::fd::AsRawFd;

    let said = |what: &'static str| move |error: rustix::io::Errno| format!("{what}: {error}");
    #[cfg(target_os = "linux")]
    rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::KILL))
        .map_err(said("PR_SET_PDEATHSIG"))?;
    let answers = rustix::io::fcntl_dupfd_cloexec(stdio::stdout(), 3).map_err(said("stdout"))?;
    stdio::dup2_stdout(stdio::stderr()).map_err(said("stdout"))?;
    #[cfg(target_os = "linux")]
    let size = {
        // When the machine has no memory left, this process is to go and not its parent; it works without that too.
        let _ = std::fs::write("/proc/self/oom_score_adj", "1000");
        std::fs::File::open("/proc/self/statm").ok()
    };
    limit(Resource::Core, 0).map_err(said("RLIMIT_CORE"))?;
    limit(Resource::Fsize, 0).map_err(said("RLIMIT_FSIZE"))?;
    match limit(Resource::As, ADDRESS_SPACE) {
        Err(error) if cfg!(target_os = "linux") => return Err(said("RLIMIT_AS")(error)),
        Ok(()) | Err(_) => {}
    }
    #[cfg(target_os = "linux")]
    shut();
    // No more than are open: neither a file nor a connection can be opened from here on.
    let open = answers.as_raw_fd();
    #[cfg(target_os = "linux")]
    let open = size.as_ref().map_or(open, |size| open.max(size.as_raw_fd()));
    limit(Resource::Nofile, open as u64 + 1).map_err(said("RLIMIT_NOFILE"))?;
    Ok(Limited {
        answers: answers.into(),
        #[cfg(target_os = "linux")]
        size,
    })
}

/// Without the limits of a Unix only the parent's clock ends a process.
///
/// # Errors
/// If standard output cannot be kept for the answers.
#[cfg(not(unix))]
pub fn put() -> Result<Limited, String> {
    use std::os::windows::io::AsHandle;

    let answers = std::io::stdout().as_handle().try_clone_to_owned().map_err(|error| error.to_string())?;
    Ok(Limited { answers: answers.into() })
}

/// Lets the process work for so long from now on.
#[cfg(unix)]
pub fn allow(cpu: Duration) {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    use rustix::time::{ClockId, clock_gettime};

    let used = clock_gettime(ClockId::ProcessCPUTime).tv_sec as u64;
    let maximum = getrlimit(Resource::Cpu).maximum;
    let until = used + cpu.as_secs();
    let current = Some(maximum.map_or(until, |maximum| until.min(maximum)));
    // A limit that stood before still stands; the parent's clock is there as well.
    let _ = setrlimit(Resource::Cpu, Rlimit { current, maximum });
}

/// The parent's clock is all there is.
#[cfg(not(unix))]
pub fn allow(_cpu: Duration) {}

/// Puts the limits of a recogniser on this process, which is about to become the program.
///
/// # Errors
/// If a limit is refused: its name and the system's words.
#[cfg(unix)]
pub fn put_on_engine(seconds: u64, program: &std::path::Path) -> Result<(), String> {
    use rustix::process::Resource;

    let said = |what: &'static str| move |error: rustix::io::Errno| format!("{what}: {error}");
    #[cfg(target_os = "linux")]
    {
        rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::KILL))
            .map_err(said("PR_SET_PDEATHSIG"))?;
        // When the machine has no memory left, this process is to go; it works without that too.
        let _ = std::fs::write("/proc/self/oom_score_adj", "1000");
    }
    limit(Resource::Core, 0).map_err(said("RLIMIT_CORE"))?;
    limit(Resource::Fsize, 0).map_err(said("RLIMIT_FSIZE"))?;
    limit(Resource::Cpu, seconds.saturating_add(SLACK)).map_err(said("RLIMIT_CPU"))?;
    match limit(Resource::As, ADDRESS_SPACE) {
        Err(error) if cfg!(target_os = "linux") => return Err(said("RLIMIT_AS")(error)),
        Ok(()) | Err(_) => {}
    }
    #[cfg(target_os = "linux")]
    shut_but_for(program);
    #[cfg(not(target_os = "linux"))]
    let _ = program;
    Ok(())
}

/// Lowers a limit, for good.
#[cfg(unix)]
fn limit(what: rustix::process::Resource, most: u64) -> rustix::io::Result<()> {
    use rustix::process::{Rlimit, getrlimit, setrlimit};

    let most = getrlimit(what).maximum.map_or(most, |maximum| maximum.min(most));
    setrlimit(what, Rlimit { current: Some(most), maximum: Some(most) })
}

/// Shuts the disk, the network and other processes off, as far as the system can.
#[cfg(target_os = "linux")]
fn shut() {
    use landlock::{ABI, Access, AccessFs, AccessNet, Ruleset, RulesetAttr, Scope};

    let abi = ABI::V6;
    let asked = Ruleset::default()
        .handle_access(AccessFs::from_all(abi))
        .and_then(|rules| rules.handle_access(AccessNet::from_all(abi)))
        .and_then(|rules| rules.scope(Scope::from_all(abi)))
        .and_then(Ruleset::create)
        .and_then(landlock::RulesetCreated::restrict_self);
    // An older system has less of it or nothing, and the limits hold there all the same.
    drop(asked);
}

/// The same, but for reading what a program needs: itself, libraries, fonts and its data.
#[cfg(target_os = "linux")]
fn shut_but_for(program: &std::path::Path) {
    use landlock::{
        ABI, Access, AccessFs, AccessNet, Ruleset, RulesetAttr, RulesetCreatedAttr, Scope, path_beneath_rules,
    };
    use std::path::PathBuf;

    let abi = ABI::V6;
    let real = std::fs::canonicalize(program).unwrap_or_else(|_| program.to_path_buf());
    let beside = real.parent().into_iter().flat_map(|folder| BESIDE.iter().map(|name| folder.join(name)));
    let own = [program.to_path_buf(), real.clone()].into_iter().chain(beside);
    let data = std::env::var_os("TESSDATA_PREFIX").map(PathBuf::from);
    let readable: Vec<PathBuf> = PROGRAMS.iter().map(PathBuf::from).chain(own).chain(data).collect();
    let asked = Ruleset::default()
        .handle_access(AccessFs::from_all(abi))
        .and_then(|rules| rules.handle_access(AccessNet::from_all(abi)))
        .and_then(|rules| rules.scope(Scope::from_all(abi)))
        .and_then(Ruleset::create)
        .and_then(|rules| rules.add_rules(path_beneath_rules(&readable, AccessFs::from_read(abi))))
        .and_then(|rules| rules.add_rules(path_beneath_rules(["/dev/null"], AccessFs::from_all(abi))))
        .and_then(landlock::RulesetCreated::restrict_self);
    // As above.
    drop(asked);
}
