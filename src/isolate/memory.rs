//! How much memory the machine has to give.

use std::fs;

/// Bytes that processes can take now; `None` where the system does not say.
///
/// A group that this process is confined to, as in a container, counts like a machine of that size.
pub fn free() -> Option<u64> {
    let machine = field(&fs::read_to_string("/proc/meminfo").ok()?, "MemAvailable:").map(|kib| kib << 10)?;
    Some(group().map_or(machine, |group| group.min(machine)))
}

/// What the group of this process has left, what it keeps of files counted as free.
fn group() -> Option<u64> {
    let own = fs::read_to_string("/proc/self/cgroup").ok()?;
    let path = own.lines().find_map(|line| line.strip_prefix("0::"))?;
    // In a container the group's own folder is the root of what can be seen.
    let folders = [format!("/sys/fs/cgroup{path}"), "/sys/fs/cgroup".to_owned()];
    folders.iter().find_map(|folder| {
        let read = |name: &str| fs::read_to_string(format!("{folder}/{name}")).ok();
        let most: u64 = read("memory.max")?.trim().parse().ok()?;
        let used: u64 = read("memory.current")?.trim().parse().ok()?;
        let files = field(&read("memory.stat").unwrap_or_default(), "file").unwrap_or(0);
        Some(most.saturating_sub(used.saturating_sub(files)))
    })
}

/// The number beside a name.
fn field(text: &str, name: &str) -> Option<u64> {
    let mut lines = text.lines().map(str::split_whitespace);
    lines.find_map(|mut parts| (parts.next()? == name).then(|| parts.next()?.parse().ok())?)
}
