//! The same figure from several runs.

/// Figures of one kind.
#[derive(Default, Clone)]
pub(super) struct Series(Vec<f64>);

impl Series {
    pub(super) fn push(&mut self, figure: f64) {
        let at = self.0.partition_point(|other| *other < figure);
        self.0.insert(at, figure);
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The one in the middle; of none, not a number.
    pub(super) fn median(&self) -> f64 {
        let middle = self.0.len() / 2;
        match self.0.len() {
            0 => f64::NAN,
            length if length % 2 == 0 => f64::midpoint(self.0[middle - 1], self.0[middle]),
            _ => self.0[middle],
        }
    }

    /// The median, and what is around it: `12.3 (12.0–13.1)`.
    pub(super) fn show(&self, unit: f64, digits: usize) -> String {
        show(self.median(), &self.0, unit, digits)
    }

    /// The median, and the middle half of the figures.
    pub(super) fn show_middle(&self, unit: f64, digits: usize) -> String {
        let outside = self.0.len() / 4;
        let middle = &self.0[outside..self.0.len() - outside];
        show(self.median(), middle, unit, digits)
    }
}

fn show(median: f64, figures: &[f64], unit: f64, digits: usize) -> String {
    let show = |figure: f64| format!("{:.digits$}", figure / unit);
    let median = show(median);
    match figures {
        [] => "–".to_owned(),
        [least, .., most] if show(*least) != show(*most) => {
            format!("{median} ({}–{})", show(*least), show(*most))
        }
        _ => median,
    }
}

#[cfg(test)]
mod tests {
    use super::Series;

    #[test]
    fn medians() {
        let mut series = Series::default();
        assert_eq!(series.show(1.0, 1), "–");
        series.push(3.0);
        assert_eq!(series.show(1.0, 1), "3.0");
        series.push(1.0);
        assert_eq!(series.show(1.0, 1), "2.0 (1.0–3.0)");
        series.push(10.0);
        assert_eq!(series.show(0.5, 0), "6 (2–20)");
        assert_eq!(series.show_middle(1.0, 0), "3 (1–10)");
        series.push(4.0);
        assert_eq!(series.show_middle(1.0, 1), "3.5 (3.0–4.0)");
    }
}
