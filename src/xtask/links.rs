//! Whether the web addresses in the dataset still lead somewhere.
//!
//! Polite: one request to a host at a time with a pause after it, the head of a page before the page, and no more hosts
//! at once than a few. Bounded: each request has a time limit, redirections are followed for a few steps only.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use anyhow::{Result, ensure};
use clusteratlas_builder::authored_files;
use clusteratlas_core::domain::localized::Language;
use clusteratlas_editorial::authored::Authored;
use clusteratlas_editorial::authored::field::Kind;
use ureq::Agent;
use ureq::http::{StatusCode, Uri};

use crate::project::Project;
use crate::say;

/// Hosts that are asked at once.
const HOSTS: usize = 8;

/// Redirections that are followed.
const STEPS: usize = 5;

/// How to ask.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct Options {
    /// Ask for so many addresses at most
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// Seconds to wait for an answer
    #[arg(long, value_name = "SECONDS", default_value_t = 15.0)]
    timeout: f64,
    /// Seconds between two requests to a host
    #[arg(long, value_name = "SECONDS", default_value_t = 1.0)]
    pause: f64,
}

/// What came of asking for an address.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Answer {
    /// It is there.
    There,
    /// It has moved to another address for good.
    Moved(String),
    /// The host does not let programs ask; a reader may get it.
    Refused(u16),
    /// It is not there, and why.
    Lost(String),
}

/// Asks for every address once, and prints those that need an editor.
pub(crate) fn check(project: &Project, options: Options, language: Language) -> Result<()> {
    let authored = Authored::of(&authored_files(&project.root().join("data"))?);
    let places = places(&authored);
    let addresses: Vec<&str> = places.keys().map(String::as_str).collect();
    let chosen = addresses.get(..options.limit.unwrap_or(usize::MAX).min(addresses.len()));
    let answers = ask_all(chosen.unwrap_or_default(), options);
    let mut lost = 0;
    for (address, answer) in &answers {
        let Some(words) = words(answer, language) else {
            continue;
        };
        lost += usize::from(matches!(answer, Answer::Lost(_)));
        say::line(format_args!("{address}: {words}"));
        for place in places.get(address).into_iter().flatten() {
            say::line(format_args!("    {place}"));
        }
    }
    let asked = answers.len();
    match language {
        Language::German => {
            say::line(format_args!(
                "{asked} von {} Adressen gefragt, {lost} nicht erreicht",
                places.len()
            ));
            ensure!(lost == 0, "{lost} Adressen führen nirgendwohin");
        }
        Language::English => {
            say::line(format_args!(
                "{asked} of {} addresses asked, {lost} not reached",
                places.len()
            ));
            ensure!(lost == 0, "{lost} addresses lead nowhere");
        }
    }
    Ok(())
}

/// Every address, and the records that name it.
fn places(authored: &Authored) -> BTreeMap<String, Vec<String>> {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for record in authored.all() {
        for leaf in record.leaves().iter().filter(|leaf| leaf.kind == Kind::Url) {
            let Some(address) = leaf.value.as_str() else {
                continue;
            };
            let id = record.id().unwrap_or_default();
            let place = format!("{}:{}  {id} {}", record.file(), record.line, leaf.path);
            places.entry(address.to_owned()).or_default().push(place);
        }
    }
    places
}

/// The addresses of one host, in their order.
type Queue<'a> = VecDeque<&'a str>;

fn ask_all(addresses: &[&str], options: Options) -> BTreeMap<String, Answer> {
    let mut hosts: BTreeMap<String, Queue<'_>> = BTreeMap::new();
    for address in addresses {
        let host = address
            .parse::<Uri>()
            .ok()
            .and_then(|uri| uri.host().map(str::to_owned));
        hosts
            .entry(host.unwrap_or_default())
            .or_default()
            .push_back(address);
    }
    let agent: Agent = Agent::config_builder()
        .timeout_global(Some(Duration::from_secs_f64(options.timeout)))
        .max_redirects(0)
        .http_status_as_error(false)
        .user_agent("Clusteratlas link check")
        .build()
        .into();
    let queues: Mutex<Vec<Queue<'_>>> = Mutex::new(hosts.into_values().collect());
    let answers = Mutex::new(BTreeMap::new());
    thread::scope(|scope| {
        for _ in 0..HOSTS {
            scope.spawn(|| {
                while let Some(queue) = queues.lock().ok().and_then(|mut queues| queues.pop()) {
                    for address in queue {
                        let answer = ask(&agent, address);
                        if let Ok(mut answers) = answers.lock() {
                            answers.insert(address.to_owned(), answer);
                        }
                        thread::sleep(Duration::from_secs_f64(options.pause));
                    }
                }
            });
        }
    });
    answers.into_inner().unwrap_or_default()
}

/// Follows an address to where it leads.
fn ask(agent: &Agent, address: &str) -> Answer {
    let mut at = address.to_owned();
    let mut has_moved = false;
    let mut for_good = true;
    for _ in 0..=STEPS {
        let (status, next) = match request(agent, &at) {
            Ok(found) => found,
            Err(error) => return Answer::Lost(error.to_string()),
        };
        match (status.as_u16(), next) {
            (200..=299, _) if has_moved && for_good => return Answer::Moved(at),
            (200..=299, _) => return Answer::There,
            (300..=399, Some(next)) => {
                has_moved = true;
                for_good &= matches!(status.as_u16(), 301 | 308);
                at = absolute(&at, &next);
            }
            (401 | 403 | 429, _) => return Answer::Refused(status.as_u16()),
            _ => return Answer::Lost(status.to_string()),
        }
    }
    Answer::Lost(format!("more than {STEPS} redirections"))
}

/// Asks for the head of a page; for the page where the host does not answer that.
fn request(agent: &Agent, address: &str) -> Result<(StatusCode, Option<String>), ureq::Error> {
    let head = agent.head(address).call();
    let response = match head {
        Ok(response) if response.status().is_success() || response.status().is_redirection() => response,
        _ => agent.get(address).call()?,
    };
    let next = response.headers().get("location");
    let next = next.and_then(|value| value.to_str().ok()).map(str::to_owned);
    Ok((response.status(), next))
}

/// The address that a page at `from` means by `to`.
fn absolute(from: &str, to: &str) -> String {
    if to.contains("://") {
        return to.to_owned();
    }
    let Some((scheme, rest)) = from.split_once("://") else {
        return to.to_owned();
    };
    if let Some(other) = to.strip_prefix("//") {
        return format!("{scheme}://{other}");
    }
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if to.starts_with('/') {
        return format!("{scheme}://{host}{to}");
    }
    let path = rest.split(['?', '#']).next().unwrap_or_default();
    let folder = path.rfind('/').and_then(|end| path.get(..end)).unwrap_or(host);
    format!("{scheme}://{folder}/{to}")
}

fn words(answer: &Answer, language: Language) -> Option<String> {
    Some(match (answer, language) {
        (Answer::There, _) => return None,
        (Answer::Moved(to), Language::German) => format!("für immer umgezogen nach {to}"),
        (Answer::Moved(to), Language::English) => format!("moved for good to {to}"),
        (Answer::Refused(status), Language::German) => {
            format!("der Server lässt Programme nicht fragen ({status}); sehen Sie selbst nach")
        }
        (Answer::Refused(status), Language::English) => {
            format!("the server does not let programs ask ({status}); look yourself")
        }
        (Answer::Lost(cause), Language::German) => format!("nicht erreicht: {cause}"),
        (Answer::Lost(cause), Language::English) => format!("not reached: {cause}"),
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::time::Instant;

    use axum::Router;
    use axum::extract::Request;
    use axum::http::Method;
    use axum::response::{IntoResponse, Redirect, Response};

    use super::*;

    /// What a server was asked for, and when.
    type Asked = Arc<Mutex<Vec<(Method, String, Instant)>>>;

    async fn answer(asked: Asked, request: Request) -> Response {
        let (method, path) = (request.method().clone(), request.uri().path().to_owned());
        if let Ok(mut asked) = asked.lock() {
            asked.push((method.clone(), path.clone(), Instant::now()));
        }
        match &*path {
            "/no-head" if method == Method::HEAD => StatusCode::METHOD_NOT_ALLOWED.into_response(),
            "/there" | "/no-head" => "here".into_response(),
            "/moved" => Redirect::permanent("/there").into_response(),
            "/for-a-while" => Redirect::temporary("there").into_response(),
            "/circle" => Redirect::temporary("/circle").into_response(),
            "/refused" => StatusCode::FORBIDDEN.into_response(),
            "/slow" => {
                tokio::time::sleep(Duration::from_secs(20)).await;
                "late".into_response()
            }
            _ => StatusCode::NOT_FOUND.into_response(),
        }
    }

    /// A server on a port of its own, and what it is asked.
    fn server() -> (String, Asked) {
        let asked = Asked::default();
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let seen = Arc::clone(&asked);
        thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::from_std(listener).unwrap();
                let router = Router::new().fallback(move |request| answer(Arc::clone(&seen), request));
                axum::serve(listener, router).await.unwrap();
            });
        });
        (address, asked)
    }

    const OPTIONS: Options = Options {
        limit: None,
        timeout: 1.0,
        pause: 0.2,
    };

    #[test]
    fn every_answer_is_told_apart() {
        let (server, asked) = server();
        let address = |path: &str| format!("{server}{path}");
        let there = address("/there");
        let cases = [
            (there.clone(), Answer::There),
            (address("/no-head"), Answer::There),
            (address("/moved"), Answer::Moved(there)),
            (address("/for-a-while"), Answer::There),
            (address("/refused"), Answer::Refused(403)),
            (address("/lost"), Answer::Lost("404 Not Found".to_owned())),
            (
                address("/circle"),
                Answer::Lost("more than 5 redirections".to_owned()),
            ),
        ];
        let addresses: Vec<&str> = cases.iter().map(|(address, _)| &**address).collect();
        let answers = ask_all(&addresses, OPTIONS);
        for (address, expected) in &cases {
            assert_eq!(answers.get(address), Some(expected), "{address}");
        }
        let asked = asked.lock().unwrap();
        assert_eq!(asked.iter().filter(|(_, path, _)| path == "/there").count(), 3);
        let gets = asked.iter().filter(|(method, ..)| method == Method::GET);
        let gets: Vec<&str> = gets.map(|(_, path, _)| &**path).collect();
        assert_eq!(
            gets,
            ["/no-head", "/refused", "/lost"],
            "a page is asked for only without its head"
        );
    }

    #[test]
    fn what_does_not_answer_is_given_up() {
        let (server, _) = server();
        let slow = format!("{server}/slow");
        // Nothing listens there.
        let nobody = "http://127.0.0.1:9/".to_owned();
        let answers = ask_all(&[&slow, &nobody, "http://"], OPTIONS);
        for address in [&slow, &nobody, "http://"] {
            assert!(
                matches!(answers.get(address), Some(Answer::Lost(_))),
                "{address}: {answers:?}"
            );
        }
    }

    #[test]
    fn a_host_is_left_alone_between_two_addresses() {
        let (server, asked) = server();
        let addresses: Vec<String> = ["/there", "/there?a", "/there?b"]
            .iter()
            .map(|path| format!("{server}{path}"))
            .collect();
        let addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
        ask_all(&addresses, OPTIONS);
        let asked = asked.lock().unwrap();
        assert_eq!(asked.len(), 3);
        for pair in asked.windows(2) {
            assert!(pair[1].2 - pair[0].2 >= Duration::from_secs_f64(OPTIONS.pause));
        }
    }

    #[test]
    fn relative_redirections_are_understood() {
        let rows = [
            ("https://a.de/x/y?z", "/b", "https://a.de/b"),
            ("https://a.de/x/y?z", "b", "https://a.de/x/b"),
            ("https://a.de", "b", "https://a.de/b"),
            ("https://a.de/x", "//c.de/b", "https://c.de/b"),
            ("https://a.de/x", "http://c.de/", "http://c.de/"),
        ];
        for (from, to, expected) in rows {
            assert_eq!(absolute(from, to), expected);
        }
    }
}
