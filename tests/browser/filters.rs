use crate::page::Page; use crate::story::{Story, stories};
pub(crate) const STORIES: &[Story] = stories![probe];
async fn probe(page: &Page) -> anyhow::Result<()> {
    page.open("").await?;
    anyhow::bail!("{:?}", page.marks().await?);
}
