//! What the workbench is opened with says of places what the builder says.

use clusteratlas_builder::{Folders, authored_files, gazetteer};
use clusteratlas_core::geo::lat_lon::LatLon;
use clusteratlas_editorial::authored::Authored;
use clusteratlas_editorial::authored::list::List;
use clusteratlas_editorial::knowledge::Knowledge;

use crate::bench::root;

#[test]
fn places_lie_where_the_builder_has_them() {
    let folders = Folders::of_project(&root());
    let knowledge = Knowledge {
        gazetteer: gazetteer(&folders.packages).unwrap(),
        files: authored_files(&folders.data).unwrap(),
    };
    let read = Knowledge::from_json(knowledge.to_json().unwrap().as_bytes()).unwrap();
    assert_eq!(read.files, knowledge.files);
    let (own, read) = (&knowledge.gazetteer, &read.gazetteer);
    assert!(own.countries.keys().eq(read.countries.keys()));
    let authored = Authored::of(&knowledge.files);
    let places = authored.records(List::Places).iter();
    let points = places.map(|place| {
        let at = LatLon::try_new(place.number("lat").unwrap(), place.number("lon").unwrap());
        (place.id().unwrap(), at.unwrap())
    });
    for (id, at) in points {
        assert_eq!(read.state_at(at), own.state_at(at), "{id}");
        for (code, country) in &own.countries {
            let found = read.country(code).unwrap();
            assert_eq!(found.is_near(at), country.is_near(at), "{id} and {code}");
        }
    }
    for (code, country) in &own.countries {
        let found = read.country(code).unwrap();
        assert_eq!(found.inner_point, country.inner_point, "{code}");
        assert_eq!(
            (&found.name_de, &found.name_en, found.continent),
            (&country.name_de, &country.name_en, country.continent)
        );
    }
}
