//! The web servers that tests put the site behind.

use std::env;
use std::path::Path;

use anyhow::Result;

use crate::debian;
use crate::project::Project;

/// The names of the programs; administrators' folders are often not on the search path.
const PROGRAMS: [&str; 3] = ["nginx", "apache2", "caddy"];
const ADMINISTRATORS: &str = "/usr/sbin";

/// What sends the `.br` files in nginx.
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

const DEBIAN_PACKAGES: [&str; 4] = ["nginx", "libnginx-mod-http-brotli-static", "apache2-bin", "caddy"];

/// Finds them, installing Debian's packages where that is possible.
pub(crate) fn ensure(project: &Project) -> Result<()> {
    let search_path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<_> = env::split_paths(&search_path)
        .chain([ADMINISTRATORS.into()])
        .collect();
    let found = |name: &&str| folders.iter().any(|folder| folder.join(name).is_file());
    if PROGRAMS.iter().all(found) && Path::new(BROTLI).is_file() {
        return Ok(());
    }
    let advice = "the services of these packages need not run: tests start their own";
    debian::install(project, "web servers", &DEBIAN_PACKAGES, advice)
}
