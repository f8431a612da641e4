//! The detail panel: what it says about what a record is connected with, in both languages.

/// What a record is connected with.
#[derive(Clone, Copy, Debug)]
pub struct DetailTexts {
    /// Clusters of a record's cooperations.
    pub clusters: &'static str,
    /// Clusters that a cluster cooperates with others beside.
    pub further_clusters: &'static str,
    /// Countries that take part beside the one of the record.
    pub further_countries: &'static str,
    /// Places of the partners.
    pub places: &'static str,
    /// Programmes of a record's cooperations.
    pub programmes: &'static str,
    /// Other programmes that the same funder pays for.
    pub of_same_funder: &'static str,
    /// Clusters that belong or belonged to a programme.
    pub members: &'static str,
}

pub(super) const DE: DetailTexts = DetailTexts {
    clusters: "Beteiligte Cluster",
    further_clusters: "Gemeinsam mit Clustern",
    further_countries: "Weitere beteiligte Länder",
    places: "Orte der Partner",
    programmes: "In Förderprogrammen",
    of_same_funder: "Weitere Programme dieses Mittelgebers",
    members: "Mitglieder",
};

pub(super) const EN: DetailTexts = DetailTexts {
    clusters: "Clusters taking part",
    further_clusters: "Together with clusters",
    further_countries: "Further countries taking part",
    places: "Places of the partners",
    programmes: "In funding programmes",
    of_same_funder: "Other programmes of this funder",
    members: "Members",
};
