//! A browser that sends what it is told to.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// What a server sent back.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Reply {
    /// The value of a header.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.filter(|(header, _)| header.eq_ignore_ascii_case(name)).map(|(_, value)| value).next()
    }
}

/// A phone that opened the page.
#[derive(Clone, Debug)]
pub(crate) struct Phone {
    /// The host with its port.
    pub(crate) host: String,
    /// The path of the page.
    pub(crate) base: String,
    pub(crate) cookie: Option<String>,
}

impl Phone {
    /// A phone that read the QR code.
    pub(crate) fn new(address: &str) -> Self {
        let (host, token) = address.strip_prefix("http://").unwrap().split_once('/').unwrap();
        Self { host: host.to_owned(), base: format!("/{token}"), cookie: None }
    }

    /// A phone that has opened the page, and so has a seat.
    pub(crate) fn joined(address: &str) -> Self {
        let mut phone = Self::new(address);
        assert_eq!(phone.look().status, 200);
        phone
    }

    /// Opens the page, and stores the seat.
    pub(crate) fn look(&mut self) -> Reply {
        let reply = self.get("");
        if let Some(cookie) = reply.header("set-cookie") {
            self.cookie = cookie.split(';').next().map(str::to_owned);
        }
        reply
    }

    /// Asks for something below the page.
    pub(crate) fn get(&self, rest: &str) -> Reply {
        self.ask("GET", rest, &[], "")
    }

    /// Sends a form from the page.
    pub(crate) fn send(&self, fields: &[(&str, &str)]) -> Reply {
        let origin = format!("Origin: http://{}", self.host);
        self.send_with(&[&origin, "Content-Type: application/x-www-form-urlencoded"], &form(fields))
    }

    /// Sends a body with these headers.
    pub(crate) fn send_with(&self, headers: &[&str], body: &str) -> Reply {
        self.ask("POST", "/answer", headers, body)
    }

    fn ask(&self, method: &str, rest: &str, headers: &[&str], body: &str) -> Reply {
        let head = self.head(method, rest, headers, body.len());
        raw(&self.host, &format!("{head}Connection: close\r\n\r\n{body}")).unwrap()
    }

    fn head(&self, method: &str, rest: &str, headers: &[&str], length: usize) -> String {
        let mut head = format!("{method} {}{rest} HTTP/1.1\r\nHost: {}\r\n", self.base, self.host);
        if method == "POST" {
            write!(head, "Content-Length: {length}\r\n").unwrap();
        }
        if let Some(cookie) = &self.cookie {
            write!(head, "Cookie: {cookie}\r\n").unwrap();
        }
        for header in headers {
            write!(head, "{header}\r\n").unwrap();
        }
        head
    }

    /// Opens the event stream.
    pub(crate) fn live(&self) -> LiveStream {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream.write_all(format!("{}\r\n", self.head("GET", "/live", &[], 0)).as_bytes()).unwrap();
        let mut stream = LiveStream { lines: BufReader::new(stream) };
        assert!(stream.line().unwrap().contains("200 OK"));
        stream
    }
}

/// The events of a page.
pub(crate) struct LiveStream {
    lines: BufReader<TcpStream>,
}

impl LiveStream {
    fn line(&mut self) -> Option<String> {
        let mut line = String::new();
        (self.lines.read_line(&mut line).unwrap() > 0).then_some(line)
    }

    /// Waits for the next event of this name; returns its data.
    pub(crate) fn wait_for(&mut self, name: &str) -> String {
        let mut data = None;
        while let Some(line) = self.line() {
            match (line.trim_end().split_once(": "), &mut data) {
                (Some(("event", event)), data) => *data = (event == name).then(String::new),
                (Some(("data", more)), Some(data)) => data.extend([more, "\n"]),
                _ if line == "\r\n" || line == "\n" => {
                    if let Some(data) = data.take() {
                        return data;
                    }
                }
                _ => {}
            }
        }
        panic!("the stream ended before {name}");
    }

    /// Whether the server ends the stream.
    pub(crate) fn ends(&mut self) -> bool {
        let mut rest = Vec::new();
        self.lines.read_to_end(&mut rest).is_ok()
    }
}

/// The fields of a form as a browser sends them.
pub(crate) fn form(fields: &[(&str, &str)]) -> String {
    let encoded = |text: &str| {
        text.bytes().fold(String::new(), |mut encoded, byte| {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => encoded.push(char::from(byte)),
                _ => write!(encoded, "%{byte:02X}").unwrap(),
            }
            encoded
        })
    };
    let fields = fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value)));
    fields.collect::<Vec<_>>().join("&")
}

/// Sends these bytes, and reads until the server closes; `None` if it closed without an answer.
pub(crate) fn raw(host: &str, request: &str) -> Option<Reply> {
    let mut stream = TcpStream::connect(host).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    // The server may have refused before it read everything.
    let _ = stream.write_all(request.as_bytes());
    let mut reply = Vec::new();
    let _ = stream.read_to_end(&mut reply);
    let reply = String::from_utf8_lossy(&reply).into_owned();
    let (head, body) = reply.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some(Reply { status, head: head.to_owned(), body: body.to_owned() })
}
