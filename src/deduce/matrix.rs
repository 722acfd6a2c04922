//! A difference bound matrix: for every two month boundaries, the tightest known upper bound of their difference.
//!
//! `bound(u, v)` is the most that `P(v) - P(u)` can be. It is kept closed: no way over other boundaries is shorter.
//! One more bound then costs at most n², see "incremental closure" in `docs/deduction.md`.

/// No bound. Any two finite bounds and one figure can be added to it, or to each other, without overflow.
const FAR: i64 = i64::MAX / 4;

/// Stands for "later boundaries are never lower", which needs no figure.
const GIVEN: u32 = u32::MAX;

/// One entry as it was before it was tightened.
#[derive(Clone)]
struct Undo {
    at: usize,
    bound: i64,
    last: u32,
}

#[derive(Clone, Default)]
pub(super) struct Matrix {
    size: usize,
    bounds: Vec<i64>,
    /// The newest edge on the shortest path of each entry: its two halves are the paths of older entries.
    newest: Vec<u32>,
    /// Entries that were tightened before the last [`Self::news`], as asked for by [`Self::is_new`].
    new: Vec<bool>,
    undo: Vec<Undo>,
    /// How many of [`Self::undo`] were reported by [`Self::news`].
    n_reported: usize,
    /// Columns that the edge at hand can tighten, with the way from its start to them. Kept only for its memory.
    columns: Vec<(usize, i64)>,
    /// How many entries were looked at so far.
    pub work: u64,
}

impl Matrix {
    /// Boundaries in the order of time, of which nothing is known but that masses are not negative.
    pub fn new(size: usize) -> Self {
        let mut bounds = vec![FAR; size * size];
        for (from, row) in bounds.chunks_exact_mut(size.max(1)).enumerate() {
            row[..=from].fill(0);
        }
        Self {
            size,
            bounds,
            newest: vec![GIVEN; size * size],
            new: vec![false; size * size],
            undo: Vec::new(),
            n_reported: 0,
            columns: Vec::new(),
            work: 0,
        }
    }

    /// The most that `P(to) - P(from)` can be; `None` where nothing bounds it.
    pub fn bound(&self, from: usize, to: usize) -> Option<i64> {
        Some(self.bounds[from * self.size + to]).filter(|bound| *bound < FAR)
    }

    /// The mass between two boundaries: the least, and the most where anything bounds it.
    pub fn range(&self, from: usize, to: usize) -> (i64, Option<i64>) {
        // An earlier boundary is never higher, so the way back is always bounded by 0.
        (-self.bound(to, from).unwrap_or(0), self.bound(from, to))
    }

    /// By how much `P(to) - P(from) <= bound` contradicts what is known; 0 where it does not.
    pub fn excess(&self, from: usize, to: usize, bound: i64) -> i64 {
        self.bound(to, from).map_or(0, |back| (-(bound + back)).max(0))
    }

    /// Enters `P(to) - P(from) <= bound`, by the edge of this number. Must not contradict, see [`Self::excess`].
    pub fn tighten(&mut self, from: usize, to: usize, bound: i64, edge: u32) {
        let size = self.size;
        if bound >= self.bounds[from * size + to] {
            return;
        }
        // A column that is not nearer from the edge's start is not nearer from any other row.
        let mut columns = std::mem::take(&mut self.columns);
        columns.clear();
        let (starts, ends) = (from * size, to * size);
        let ways = self.bounds[starts..starts + size].iter().zip(&self.bounds[ends..ends + size]);
        for (column, (direct, rest)) in ways.enumerate() {
            if *rest < FAR && bound + rest < *direct {
                columns.push((column, bound + rest));
            }
        }
        for (row, bounds) in self.bounds.chunks_exact_mut(size).enumerate() {
            let lead = bounds[from];
            if lead >= FAR || lead + bound >= bounds[to] {
                continue;
            }
            self.work += columns.len() as u64;
            for (column, rest) in &columns {
                let (way, known) = (lead + rest, &mut bounds[*column]);
                if way < *known {
                    let at = row * size + column;
                    self.undo.push(Undo { at, bound: *known, last: self.newest[at] });
                    *known = way;
                    self.newest[at] = edge;
                }
            }
        }
        self.work += 2 * size as u64;
        self.columns = columns;
    }

    /// Does `work` once if entries were tightened since the last call; meanwhile [`Self::is_new`] says which.
    pub fn news(&mut self, work: impl FnOnce(&Self)) {
        let tightened = self.n_reported..self.undo.len();
        if tightened.is_empty() {
            return;
        }
        self.undo[tightened.clone()].iter().for_each(|undo| self.new[undo.at] = true);
        work(self);
        self.undo[tightened].iter().for_each(|undo| self.new[undo.at] = false);
        self.n_reported = self.undo.len();
    }

    pub fn is_new(&self, from: usize, to: usize) -> bool {
        self.new[from * self.size + to]
    }

    /// Makes everything since the last [`Self::keep`] final.
    pub fn keep(&mut self) {
        self.undo.clear();
        self.n_reported = 0;
    }

    /// Takes back everything since the last [`Self::keep`].
    pub fn take_back(&mut self) {
        while let Some(Undo { at, bound, last }) = self.undo.pop() {
            self.bounds[at] = bound;
            self.newest[at] = last;
        }
        self.n_reported = 0;
    }

    /// Gives back the memory that only entering needs.
    pub fn finish(&mut self) {
        (self.undo, self.columns, self.new) = (Vec::new(), Vec::new(), Vec::new());
    }

    /// The edges of the shortest path behind an entry, in order; `ends` answers with the two boundaries of an edge.
    ///
    /// This terminates: an entry's newest edge splits its path into two older entries. Had one of those been tightened
    /// later, the entry itself would have been tightened with it, and its newest edge would be a later one.
    pub fn path(&self, from: usize, to: usize, ends: impl Fn(u32) -> (usize, usize)) -> Vec<u32> {
        enum Part {
            Way(usize, usize),
            Edge(u32),
        }
        let mut path = Vec::new();
        let mut parts = vec![Part::Way(from, to)];
        while let Some(part) = parts.pop() {
            match part {
                Part::Edge(edge) => path.push(edge),
                Part::Way(from, to) => {
                    let edge = self.newest[from * self.size + to];
                    if edge != GIVEN {
                        let (start, end) = ends(edge);
                        parts.extend([Part::Way(end, to), Part::Edge(edge), Part::Way(from, start)]);
                    }
                }
            }
        }
        path
    }
}
