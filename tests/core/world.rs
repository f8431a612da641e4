//! Guards the bytes of the bundled world: read as written, and refused when they are damaged.

use clusteratlas_core::geo::world::{Layer, Line, World, WorldError};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::property::cases;

fn worlds() -> impl Strategy<Value = World> {
    // Degrees times units, with room for a step from one end to the other.
    let axis = || prop_oneof![-2000..2000, -1_000_000_000..1_000_000_000];
    let line = || vec((axis(), axis()).prop_map(|(lon, lat)| [lon, lat]), 0..8);
    let layer = || vec(line(), 0..4);
    (1_u32.., [layer(), layer(), layer(), layer()]).prop_map(|(units_per_degree, layers)| World {
        units_per_degree,
        layers,
    })
}

fn example() -> World {
    let layers: [Vec<Line>; 4] = [
        vec![vec![[-1690, 0], [1910, 850], [0, -850]], vec![]],
        vec![vec![[10, 20]]],
        vec![],
        vec![vec![[100, 510], [101, 511]]],
    ];
    World {
        units_per_degree: 10,
        layers,
    }
}

#[track_caller]
fn check(note: &str, bytes: &[u8], expected: WorldError) {
    assert_eq!(World::decode(bytes), Err(expected), "{note}");
}

#[test]
fn bytes_that_are_no_world_are_refused() {
    check("nothing", b"", WorldError::Magic);
    check("part of the letters", b"CAW", WorldError::Magic);
    check("another version", b"CAW2\x01\0\0\0\0", WorldError::Magic);
    check(
        "a page instead of the file",
        b"<!doctype html>",
        WorldError::Magic,
    );
    check("only the letters", b"CAW1", WorldError::Damaged(4));
    check("no units", b"CAW1\0\0\0\0\0", WorldError::Damaged(5));
    check("a missing layer", b"CAW1\x01\0\0\0", WorldError::Damaged(8));
    check(
        "a line without its points",
        b"CAW1\x01\x01\x02\0\0",
        WorldError::Damaged(7),
    );
    check(
        "a number without an end",
        b"CAW1\x80\x80\x80\x80\x80\x80",
        WorldError::Damaged(9),
    );
    check(
        "a number of more than 32 bits",
        b"CAW1\xff\xff\xff\xff\x7f\0\0\0\0",
        WorldError::Damaged(9),
    );
}

#[test]
fn a_damaged_count_asks_for_no_memory() {
    check(
        "four thousand million points",
        b"CAW1\x01\x01\xff\xff\xff\xff\x0f\0\0",
        WorldError::Damaged(11),
    );
    check(
        "four thousand million lines",
        b"CAW1\x01\xff\xff\xff\xff\x0f\0\0",
        WorldError::Damaged(12),
    );
}

#[test]
fn a_step_out_of_range_is_damage() {
    // Twice the greatest step from the greatest coordinate.
    let step = b"\xfe\xff\xff\xff\x0f";
    let bytes = [&b"CAW1\x01\x01\x02"[..], step, b"\0", step, b"\0"].concat();
    assert!(matches!(World::decode(&bytes), Err(WorldError::Damaged(_))));
}

#[test]
fn layers_are_found_by_their_name() {
    let world = example();
    for (position, layer) in Layer::ALL.into_iter().enumerate() {
        assert_eq!(world.lines(layer), world.layers[position], "{layer:?}");
    }
}

#[test]
fn a_world_cut_off_anywhere_is_refused() {
    let bytes = example().encode();
    for end in 0..bytes.len() {
        assert!(
            World::decode(&bytes[..end]).is_err(),
            "{end} of {} bytes",
            bytes.len()
        );
    }
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn a_world_is_read_as_it_was_written(world in worlds()) {
        prop_assert_eq!(World::decode(&world.encode()), Ok(world));
    }

    #[test]
    fn changed_bytes_never_panic(
        world in worlds(),
        changes in vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = world.encode();
        for (position, byte) in changes {
            let position = position.index(bytes.len());
            bytes[position] = byte;
        }
        let _either = World::decode(&bytes);
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in vec(any::<u8>(), 0..60)) {
        let _either = World::decode(&[b"CAW1", bytes.as_slice()].concat());
    }
}
