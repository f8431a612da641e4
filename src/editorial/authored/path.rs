//! Where the files of a dataset lie in its folder.

use super::list::List;
use super::pages::FOLDER as PAGES;

/// The path in the folder of the dataset of a file that lies anywhere; none where it is no authored file. What stands
/// before it, such as the folder itself, is left out.
pub fn path_in_dataset(name: &str) -> Option<&str> {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    if is_list(file) {
        return Some(file);
    }
    let inner = folder.rsplit('/').next().unwrap_or_default();
    let stem = file.strip_suffix(".md").unwrap_or_default();
    let is_text = !stem.is_empty() && !stem.starts_with('.');
    // A folder has a stroke behind it.
    let is_inside = is_text && [List::Stories.file(), PAGES].contains(&inner);
    is_inside
        .then(|| name.get(name.len() - file.len() - inner.len() - 1..))
        .flatten()
}

/// Whether a path in the folder of the dataset is one of its lists.
pub fn is_list(path: &str) -> bool {
    let mut lists = List::ALL.into_iter().filter(|list| *list != List::Stories);
    lists.any(|list| list.file() == path)
}
