//! One list of the file -> its records, each judged by itself.
//!
//! Little here depends on the type of the records: what does is compiled anew for every list.

use std::borrow::Cow;

use crate::order::sorted;

use super::problem::{Cause, Problem};
use super::record::Record;
use super::value::{Depth, Value};

/// A list of the file, and in which order its records are kept.
pub(super) struct List<'l, 'a> {
    name: &'static str,
    /// Its records, not yet read.
    members: &'l [Value<'a>],
    by_id: bool,
}

/// A record that could be read.
struct Kept<'a> {
    position: usize,
    id: Cow<'a, str>,
}

/// Exchanges of records that bring a list into its order, and how many of its records are then left.
struct Order {
    swaps: Vec<[usize; 2]>,
    left: usize,
}

impl<'l, 'a> List<'l, 'a> {
    /// A list whose records are kept as they are written, for display.
    pub(super) const fn as_written(name: &'static str, members: &'l [Value<'a>]) -> Self {
        Self {
            name,
            members,
            by_id: false,
        }
    }

    /// A list whose records are kept in the order of their ids, for look-up.
    pub(super) const fn by_id(name: &'static str, members: &'l [Value<'a>]) -> Self {
        Self {
            name,
            members,
            by_id: true,
        }
    }

    /// The records of the list, each id once, and reports of those that are left out.
    pub(super) fn read<T>(
        &self,
        problems: &mut Vec<Problem>,
        read: impl Fn(&Record<'a>) -> Result<T, Cause>,
    ) -> Box<[T]> {
        let mut records = Vec::with_capacity(self.members.len());
        let kept = self.read_each(problems, &mut |record| {
            records.push(read(record)?);
            Ok(())
        });
        let order = self.order(&kept, problems);
        for [a, b] in order.swaps {
            records.swap(a, b);
        }
        records.truncate(order.left);
        records.into_boxed_slice()
    }

    fn read_each(
        &self,
        problems: &mut Vec<Problem>,
        read: &mut dyn FnMut(&Record<'a>) -> Result<(), Cause>,
    ) -> Vec<Kept<'a>> {
        let mut kept = Vec::with_capacity(self.members.len());
        for (position, member) in self.members.iter().enumerate() {
            let text = member.unread();
            let outcome = match Value::read(text, Depth::Whole) {
                Ok(Value::Record(record)) => read(&record)
                    .map(|()| id(&record))
                    .map_err(|cause| (id(&record), cause)),
                Ok(_) => Err((None, Cause::Shape("not a record".to_owned()))),
                Err(error) => Err((id_alone(text), Cause::Shape(error.to_string()))),
            };
            match outcome {
                Ok(id) => kept.push(Kept {
                    position,
                    id: id.unwrap_or_default(),
                }),
                Err((id, cause)) => problems.push(self.problem(position, id, cause)),
            }
        }
        kept
    }

    fn problem(&self, position: usize, id: Option<Cow<'_, str>>, cause: Cause) -> Problem {
        Problem {
            list: self.name,
            position,
            id: id.map(Cow::into_owned),
            cause,
        }
    }

    /// The order of the records that are kept, after a report of each whose id an earlier one has.
    fn order(&self, kept: &[Kept<'a>], problems: &mut Vec<Problem>) -> Order {
        if kept.is_sorted_by(|earlier, later| earlier.id < later.id) {
            return Order {
                swaps: Vec::new(),
                left: kept.len(),
            };
        }
        let by_id = sorted(kept.len(), &|a, b| kept[a].id.cmp(&kept[b].id));
        let mut repeated = vec![false; kept.len()];
        for pair in by_id.windows(2) {
            if let &[earlier, later] = pair {
                repeated[later] = kept[earlier].id == kept[later].id;
            }
        }
        let order = if self.by_id {
            by_id
        } else {
            (0..kept.len()).collect()
        };
        let (doubles, mut order): (Vec<usize>, Vec<usize>) =
            order.into_iter().partition(|&record| repeated[record]);
        let left = order.len();
        order.extend(doubles);
        for (record, _) in kept.iter().zip(&repeated).filter(|&(_, &repeated)| repeated) {
            problems.push(self.problem(record.position, Some(record.id.clone()), Cause::Duplicate));
        }
        Order {
            swaps: swaps(order),
            left,
        }
    }
}

/// The exchanges that put at each position the record from the position that `order` names for it.
fn swaps(mut order: Vec<usize>) -> Vec<[usize; 2]> {
    let mut swaps = Vec::new();
    for start in 0..order.len() {
        let mut position = start;
        loop {
            let from = std::mem::replace(&mut order[position], position);
            if from == start {
                break;
            }
            swaps.push([position, from]);
            position = from;
        }
    }
    swaps
}

fn id<'a>(record: &Record<'a>) -> Option<Cow<'a, str>> {
    record.shared_text("id").ok()
}

/// The id of a record of which another field cannot be read.
fn id_alone(text: &str) -> Option<Cow<'_, str>> {
    let record = Value::read(text, Depth::Members).ok()?;
    match record.record("record").ok()?.value("id").ok()?.whole() {
        Ok(Value::Text(id)) => Some(id),
        _ => None,
    }
}
