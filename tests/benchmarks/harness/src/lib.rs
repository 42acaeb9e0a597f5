//! Calls many times, on one thread, and tells what a call takes.

use std::alloc::System;
use std::future::Future;
use std::path::PathBuf;
use std::time::{Duration, Instant, SystemTime};

use futures_util::StreamExt as _;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// What a program is told: `SCENARIO URL CALLS CONCURRENCY`.
pub struct Arguments {
    pub scenario: String,
    pub url: String,
    pub calls: usize,
    pub concurrency: usize,
    started: SystemTime,
    main: u128,
}

impl Arguments {
    /// Reads them.
    ///
    /// # Panics
    ///
    /// When one is missing.
    pub fn read() -> Self {
        let started = started();
        let main = since(started);
        let mut arguments = std::env::args().skip(1);
        let mut next = || arguments.next().expect("SCENARIO URL CALLS CONCURRENCY");
        Self {
            scenario: next(),
            url: next(),
            calls: next().parse().expect("a number of calls"),
            concurrency: next().parse().expect("a number of calls at a time"),
            started,
            main,
        }
    }

    /// Makes the calls, which are numbered, and prints one line of JSON: nanoseconds of the
    /// processor, of the median and of the slowest in a hundred; allocations and bytes; the
    /// process's memory; nanoseconds from the process's start to `main`, and to the first answer.
    pub async fn measure<F: Future<Output = ()>>(&self, call: impl Fn(usize) -> F) {
        call(0).await;
        let first = since(self.started);
        // Connections, caches, branch predictors.
        self.run(self.calls / 10, &call).await;
        let allocated = Region::new(ALLOCATOR);
        let processor = processor();
        let mut times = self.run(self.calls, &call).await;
        let processor = self::processor() - processor;
        let allocated = allocated.change();
        times.sort_unstable();
        let calls = self.calls as u128;
        println!(
            "{{\"cpu\": {}, \"median\": {}, \"slowest\": {}, \"allocations\": {}, \"bytes\": {}, \
             \"memory\": {}, \"main\": {}, \"first\": {first}}}",
            processor / calls,
            times[times.len() / 2],
            times[times.len() * 99 / 100],
            allocated.allocations as u128 / calls,
            allocated.bytes_allocated as u128 / calls,
            memory(),
            self.main,
        );
    }

    async fn run<F: Future<Output = ()>>(
        &self,
        calls: usize,
        call: &impl Fn(usize) -> F,
    ) -> Vec<u128> {
        let calls = (0..calls).map(async |number| {
            let start = Instant::now();
            call(number).await;
            start.elapsed().as_nanos()
        });
        let calls = futures_util::stream::iter(calls);
        calls.buffer_unordered(self.concurrency).collect().await
    }
}

/// When the process was started: nanoseconds since the epoch, in `STARTED`, by whoever did it. Else now.
fn started() -> SystemTime {
    let started = std::env::var("STARTED").ok();
    let started = started.and_then(|started| started.parse().ok());
    started.map_or_else(SystemTime::now, |nanoseconds| {
        SystemTime::UNIX_EPOCH + Duration::from_nanos(nanoseconds)
    })
}

fn since(moment: SystemTime) -> u128 {
    moment.elapsed().unwrap_or_default().as_nanos()
}

/// How long this thread has run, in nanoseconds
/// (<https://docs.kernel.org/scheduler/sched-stats.html>).
fn processor() -> u128 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let first = text.split(' ').next().and_then(|first| first.parse().ok());
    first.unwrap_or(0)
}

/// The most memory that this process has had, in bytes.
fn memory() -> u128 {
    let text = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kibibytes = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse().ok());
    kibibytes.map_or(0, |kibibytes: u128| kibibytes * 1024)
}

/// A file of one GiB, without anything in it.
///
/// # Panics
///
/// When it cannot be made.
pub fn large_file() -> PathBuf {
    let path = std::env::temp_dir().join("aws-operation-benchmark");
    let file = std::fs::File::create(&path).expect("a file");
    file.set_len(1 << 30).expect("its length");
    path
}
