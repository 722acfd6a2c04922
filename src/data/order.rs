//! Sorting in one small function for every type: each type sorted by the standard library costs 5 kB of WebAssembly.

use std::cmp::Ordering;

/// Sorts stably.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let places = order(items.len(), &|a, b| compare(&items[a], &items[b]));
    arrange(&places, &mut |a, b| items.swap(a, b));
}

/// Sorts, and keeps one of equal neighbours.
pub fn sort_unique<T: Ord>(items: &mut Vec<T>) {
    sort_by(items, T::cmp);
    items.dedup();
}

/// The places 0 to `count` in ascending order, by merging ever longer runs.
///
/// Even one copy of the standard library's stable sort is 5 kB of WebAssembly, tuned for sizes that we never have.
fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    let mut run = 1;
    while run < count {
        let mut merged = Vec::with_capacity(count);
        for pair in places.chunks(2 * run) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            while let ([a, more_left @ ..], [b, more_right @ ..]) = (left, right) {
                // Of equals the left one goes first: the order is stable.
                if compare(*b, *a) == Ordering::Less {
                    merged.push(*b);
                    right = more_right;
                } else {
                    merged.push(*a);
                    left = more_left;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        places = merged;
        run *= 2;
    }
    places
}

/// Brings each item to its place, by exchanging two at a time.
fn arrange(places: &[usize], swap: &mut dyn FnMut(usize, usize)) {
    for (at, from) in places.iter().enumerate() {
        let mut from = *from;
        // What stood there has been exchanged away: follow it.
        while from < at {
            from = places[from];
        }
        swap(at, from);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn sorts_like_the_standard_library(items in proptest::collection::vec((0_u8..9, 0_u8..9), 0..60)) {
            let (mut ours, mut theirs) = (items.clone(), items);
            sort_by(&mut ours, |a, b| a.0.cmp(&b.0));
            theirs.sort_by_key(|item| item.0);
            proptest::prop_assert_eq!(&ours, &theirs);
            sort_unique(&mut ours);
            theirs.sort();
            theirs.dedup();
            proptest::prop_assert_eq!(ours, theirs);
        }
    }
}
