//! `cargo xtask bench growth`: what one more operation costs in a crate that has many.

use std::fmt::Write as _;

use super::operations::{Candidate, Form, candidates, program};
use super::project::Project;
use super::series::Series;
use super::{choose, expansion, machine};
use crate::command::Result;
use crate::marked;

/// How many operations the crates have.
const SIZES: [usize; 4] = [1, 10, 100, 500];

/// What is done with a crate whose dependencies are built: the command, and whether it is what was
/// done before, but for one field. Else everything of the crate is forgotten first.
const STEPS: [(&str, &[&str], bool); 4] = [
    ("check", &["check"], false),
    ("debug", &["build"], false),
    ("debug, after a change of one field", &["build"], true),
    ("release", &["build", "--release"], false),
];

/// The service whose operations are measured in one connector.
const SERVICE: &str = "ec2";

pub(super) fn run(runs: usize, chosen: &[&str]) -> Result<()> {
    let sizes = choose(&SIZES, usize::to_string, chosen)?;
    if sizes.len() < 2 {
        return Err("what an operation adds shows in two sizes at least".into());
    }
    let (median, candidates) = candidates();
    let all: Vec<_> = candidates.iter().collect();
    let mut of_one = all.clone();
    of_one.retain(|candidate| candidate.service.name == SERVICE);
    let mut text = format!(
        "\n{}. CPU seconds for the crate alone, its dependencies being built; medians of {runs}, with \
         the least and the most. The operations are those nearest to the median, which has \
         {median} members in input, output and errors.\n",
        machine::describe()?
    );
    for (what, form, operations) in [
        (
            "Of all services, each by itself in a module of its own",
            Form::Apart,
            &all,
        ),
        (
            "Of EC2, in one connector; these have no errors of their own",
            Form::Connector(&[]),
            &of_one,
        ),
    ] {
        println!("{what}");
        write!(text, "\n### {what}\n\n")?;
        text += &growth(form, operations, &sizes, runs)?;
    }
    let [apart, of_service, connector] = expansion::run(runs, &all, &of_one)?;
    write!(
        text,
        "\n### Expansion\n\nThe compiler expands macros for {} ms for each of 100 operations by themselves, \
         {} ms where they are all EC2's, and {} ms where those are in one connector: wall time by the \
         compiler's clock, that of derives in there, without the first operation.\n",
        apart.show(1.0, 1),
        of_service.show(1.0, 1),
        connector.show(1.0, 1)
    )?;
    marked::write("BENCHMARKS.md", "bench growth", &text, false)?;
    Ok(())
}

/// What operations cost, for each number of them.
fn growth(form: Form, operations: &[&Candidate], sizes: &[usize], runs: usize) -> Result<String> {
    let mut figures: Vec<_> = sizes
        .iter()
        .map(|_| STEPS.map(|_| Series::default()))
        .collect();
    for at in 0..runs {
        for (size, figures) in sizes.iter().zip(&mut figures) {
            println!("{size} operations: {} of {runs}", at + 1);
            let operations = operations.get(..*size);
            build(
                form,
                operations.ok_or("there are not as many operations")?,
                figures,
            )?;
        }
    }
    let mut text = "| operations |".to_owned();
    for (what, _, _) in STEPS {
        write!(text, " {what} |")?;
    }
    text.push_str("\n| ---: | ---: | ---: | ---: | ---: |\n");
    for (size, figures) in sizes.iter().zip(&figures) {
        write!(text, "| {size} |")?;
        for series in figures {
            write!(text, " {} |", series.show(1.0, 2))?;
        }
        text.push('\n');
    }
    let added = |step: usize| {
        let last = sizes.len() - 1;
        let operations = f64::from(u32::try_from(sizes[last] - sizes[0]).unwrap_or(u32::MAX));
        1000.0 * (figures[last][step].median() - figures[0][step].median()) / operations
    };
    write!(
        text,
        "\nEach operation adds {:.0} ms to a check, {:.0} ms to a debug build and {:.0} ms to a release \
         build.\n",
        added(0),
        added(1),
        added(3)
    )?;
    Ok(text)
}

/// Builds a crate in all ways.
fn build(form: Form, operations: &[&Candidate], figures: &mut [Series; 4]) -> Result<()> {
    let project = Project::new()?;
    let source = program(form, operations);
    for ((_, step, changes), series) in STEPS.iter().zip(figures) {
        series.push(if *changes {
            let changed = source.replacen(": String,", ": std::string::String,", 1);
            project.again(step, &changed)?
        } else {
            project.anew(step, &source)?
        });
    }
    Ok(())
}
