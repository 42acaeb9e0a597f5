//! How long the macro itself takes, by the compiler's own clock.

use super::operations::{Candidate, Form, program};
use super::project::Project;
use super::series::Series;
use crate::command::Result;

/// How many operations a crate has.
const SIZE: usize = 100;

/// Milliseconds for each operation but the first: of crates with operations of all services, with
/// those of one, and with one connector of those.
pub(super) fn run(runs: usize, all: &[&Candidate], of_one: &[&Candidate]) -> Result<[Series; 3]> {
    let project = Project::new()?;
    let forms = [
        (Form::Apart, all),
        (Form::Apart, of_one),
        (Form::Connector(&[]), of_one),
    ];
    let mut figures = forms.map(|_| Series::default());
    for at in 0..runs {
        println!("expansion: {} of {runs}", at + 1);
        for ((form, operations), series) in forms.iter().zip(&mut figures) {
            let one = expansion(&project, &program(*form, &operations[..1]))?;
            let many = expansion(&project, &program(*form, &operations[..SIZE]))?;
            let others = f64::from(u32::try_from(SIZE - 1)?);
            series.push(1000.0 * (many - one) / others);
        }
    }
    Ok(figures)
}

/// Seconds in which the macros of a program are expanded: its own, and those of others in there.
fn expansion(project: &Project, program: &str) -> Result<f64> {
    project.write(program)?;
    let output = project
        .cargo(&["rustc", "--profile", "check"])
        .args(["--", "-Ztime-passes"])
        .env("RUSTC_BOOTSTRAP", "1")
        .output()?;
    let told = [output.stdout, output.stderr].concat();
    let told = String::from_utf8_lossy(&told);
    let line = told
        .lines()
        .find(|line| line.ends_with("\tmacro_expand_crate"));
    let seconds = line
        .and_then(|line| line.strip_prefix("time:"))
        .and_then(|line| line.split(';').next());
    let seconds = seconds.ok_or_else(|| format!("rustc says:\n{told}"))?;
    Ok(seconds.trim().parse()?)
}
