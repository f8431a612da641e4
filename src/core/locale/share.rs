//! Links and snippets that lead to a view: what the page says about them, in both languages.

/// Links and snippets that lead to a view.
#[derive(Clone, Copy, Debug)]
pub struct ShareTexts {
    /// Heading of the dialog that it opens.
    pub share_heading: &'static str,
    /// What the link does.
    pub share_note: &'static str,
    /// Name of the field with the link.
    pub link: &'static str,
    /// Button.
    pub copy_link: &'static str,
    /// Heading of the dialog that it opens.
    pub embed_heading: &'static str,
    /// Where the site has no address that others could embed.
    pub no_address: &'static str,
    /// Legend of the choice between the next two.
    pub form: &'static str,
    /// Choice.
    pub frame: &'static str,
    /// What it means.
    pub frame_note: &'static str,
    /// Choice.
    pub element: &'static str,
    /// What it means.
    pub element_note: &'static str,
    /// Legend of the filters that the compact form may offer.
    pub controls: &'static str,
    /// Checkbox.
    pub follows: &'static str,
    /// Field.
    pub height: &'static str,
    /// Choice of the language.
    pub language: &'static str,
    /// Names of the languages, German and English.
    pub languages: [&'static str; 2],
    /// Heading of the preview.
    pub preview: &'static str,
    /// Name of the field with the snippet.
    pub snippet: &'static str,
    /// Button.
    pub copy_snippet: &'static str,
    /// Name of the field with the policy.
    pub policy: &'static str,
    /// When it is needed.
    pub policy_note: &'static str,
    /// Button.
    pub copy_policy: &'static str,
    /// Said when something has been copied.
    pub copied: &'static str,
    /// Said where the browser does not copy.
    pub not_copied: &'static str,
    /// Name of the frame, of all or of the view of these filters.
    pub frame_name: fn(filters: &str) -> String,
    /// Link of the snippet.
    pub open: &'static str,
}

pub(super) const DE: ShareTexts = ShareTexts {
    share_heading: "Diese Ansicht teilen",
    share_note: "Der Link öffnet genau diese Ansicht, mit allen Filtern.",
    link: "Link",
    copy_link: "Link kopieren",
    embed_heading: "Diese Ansicht einbetten",
    no_address: "Diese Ausgabe liegt auf einem Datenträger und hat keine Adresse, die andere Seiten einbetten könnten. Öffnen Sie den Atlas im Netz, um eine Ansicht einzubetten.",
    form: "Form",
    frame: "Rahmen (iframe)",
    frame_note: "Braucht kein Skript auf Ihrer Seite. Die Höhe ist fest.",
    element: "Element (cluster-atlas)",
    element_note: "Lädt embed.js vom Atlas. Die Höhe kann dem Inhalt folgen, und Ihre Seite kann die Ansicht ändern.",
    controls: "Filter zum Ausklappen",
    follows: "Höhe folgt dem Inhalt",
    height: "Höhe in Pixeln",
    language: "Sprache",
    languages: ["Deutsch", "Englisch"],
    preview: "Vorschau",
    snippet: "HTML für Ihre Seite",
    copy_snippet: "HTML kopieren",
    policy: "Content-Security-Policy",
    policy_note: "Nur nötig, wenn Ihre Seite eine solche Richtlinie hat: Ergänzen Sie darin diese Quellen.",
    copy_policy: "Quellen kopieren",
    copied: "Kopiert.",
    not_copied: "Der Browser kopiert nicht selbst: Der Text ist markiert, kopieren Sie ihn mit der Tastatur.",
    frame_name: |filters| match filters {
        "" => "Deutsche Cluster weltweit".to_owned(),
        filters => format!("Deutsche Cluster weltweit: {filters}"),
    },
    open: "Diese Ansicht im Clusteratlas öffnen",
};

pub(super) const EN: ShareTexts = ShareTexts {
    share_heading: "Share this view",
    share_note: "The link opens exactly this view, with all filters.",
    link: "Link",
    copy_link: "Copy link",
    embed_heading: "Embed this view",
    no_address: "This edition lies on a device and has no address that other pages could embed. Open the atlas on the web to embed a view.",
    form: "Form",
    frame: "Frame (iframe)",
    frame_note: "Needs no script on your page. The height is fixed.",
    element: "Element (cluster-atlas)",
    element_note: "Loads embed.js from the atlas. The height can follow the content, and your page can change the view.",
    controls: "Filters to unfold",
    follows: "Height follows the content",
    height: "Height in pixels",
    language: "Language",
    languages: ["German", "English"],
    preview: "Preview",
    snippet: "HTML for your page",
    copy_snippet: "Copy HTML",
    policy: "Content security policy",
    policy_note: "Only needed where your page has such a policy: add these sources to it.",
    copy_policy: "Copy sources",
    copied: "Copied.",
    not_copied: "The browser does not copy by itself: the text is selected, copy it with the keyboard.",
    frame_name: |filters| match filters {
        "" => "German clusters worldwide".to_owned(),
        filters => format!("German clusters worldwide: {filters}"),
    },
    open: "Open this view in Clusteratlas",
};
