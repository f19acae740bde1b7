use std::path::Path;

/// A heading that says where and when: figures mean nothing without it.
pub fn heading(foyer: &Path) -> String {
    let read = |path: &str| std::fs::read_to_string(path).unwrap_or_default();
    let info = read("/proc/cpuinfo");
    let model = info
        .lines()
        .find_map(|line| line.strip_prefix("model name"))
        .map(|rest| rest.trim_start_matches([' ', '\t', ':']));
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let memory = read("/proc/meminfo");
    let kilobytes =
        memory.lines().next().and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
    let gigabytes = kilobytes.unwrap_or_default() / 1024 / 1024;
    let kind = if foyer.to_string_lossy().contains("release") { "optimised" } else { "development" };
    format!(
        "{}, {} cores ({}), {gigabytes} GB; {kind} build, server and clients on the same machine.\n\
         Cells are p50 / p95 in milliseconds, for one client and for sixteen at once. \"All\" memory counts the pages of the\n\
         embedded database's file that are mapped; the system takes them back when it needs them.\n\n",
        jiff::Zoned::now().date(),
        cores,
        model.unwrap_or("unknown processor"),
    )
}
