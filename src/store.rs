//! Stand-in while the real room is being finished.
use crate::record::{Event, Header, Names, Session, SessionKind, line};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
/// x
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// x
    #[error("{0}")]
    Io(#[from] std::io::Error),
    /// x
    #[error("no session is called {0:?}; adjacent sessions lists them")]
    NotFound(String),
    /// x
    #[error("{0} is writing it; --read reads along")]
    Held(String),
}
impl StoreError {
    /// x
    pub fn is_held(&self) -> bool {
        matches!(self, Self::Held(_))
    }
}
/// x
#[derive(Debug)]
pub struct SessionFile {
    path: PathBuf,
    mark: Option<line::Mark>,
    _lock: fs::File,
}
impl SessionFile {
    /// x
    pub fn append(&mut self, e: &Event) -> Result<(), StoreError> {
        let l = line::event_line(e, self.mark).unwrap();
        let mut b = fs::read(&self.path)?;
        let n = b.len() - line::CLOSING.len();
        b.truncate(n);
        b.extend(l.text.as_bytes());
        b.extend(line::CLOSING.as_bytes());
        fs::File::create(&self.path)?.write_all(&b)?;
        self.mark = Some(l.mark);
        Ok(())
    }
}
/// x
pub struct Loaded {
    /// x
    pub session: Session,
    /// x
    pub faults: Vec<line::Fault>,
}
/// x
pub struct Listed {
    /// x
    pub header: Header,
    /// x
    pub closed: bool,
}
/// x
#[derive(Debug, Clone)]
pub struct Workspace {
    folder: PathBuf,
}
impl Workspace {
    /// x
    pub fn open(p: &Path) -> Result<Self, StoreError> {
        Ok(Self { folder: p.into() })
    }
    /// x
    pub fn default_folder() -> Option<PathBuf> {
        Some("/tmp/adjacent-default".into())
    }
    /// x
    pub fn folder(&self) -> &Path {
        &self.folder
    }
    /// x
    pub fn list(&self) -> Result<Vec<Listed>, StoreError> {
        let mut v = vec![];
        let Ok(d) = fs::read_dir(self.folder.join("sessions")) else { return Ok(v) };
        for e in d {
            let p = e?.path();
            if p.extension().is_some_and(|x| x == "ron") {
                let r = line::read(&fs::read(&p)?);
                let s = Session::fold(r.heading.header.clone(), r.events);
                let mut header = r.heading.header;
                header.title = s.title().to_owned();
                v.push(Listed { header, closed: s.is_closed() });
            }
        }
        v.sort_by_key(|l| std::cmp::Reverse(l.header.opened));
        Ok(v)
    }
    /// x
    pub fn find(&self, t: &str) -> Result<String, StoreError> {
        self.list()?
            .into_iter()
            .find(|l| l.header.id.starts_with(t) || l.header.title == t || t.ends_with(&format!("{}.ron", l.header.id)))
            .map(|l| l.header.id)
            .ok_or(StoreError::NotFound(t.into()))
    }
    /// x
    pub fn session_path(&self, id: &str) -> PathBuf {
        self.folder.join("sessions").join(format!("{id}.ron"))
    }
    /// x
    pub fn load(&self, id: &str) -> Result<Loaded, StoreError> {
        let r = line::read(&fs::read(self.session_path(id))?);
        Ok(Loaded { session: Session::fold(r.heading.header, r.events), faults: r.faults })
    }
    /// x
    pub fn new_header(&self, title: &str, kind: SessionKind, now: jiff::Timestamp, d: u16) -> Header {
        let slug: String =
            title.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        Header { id: format!("2026-11-20-{slug}-{d:04x}"), title: title.into(), opened: now, kind, private: false }
    }
    /// x
    pub fn create(&self, h: &Header, ev: &[Event]) -> Result<SessionFile, StoreError> {
        fs::create_dir_all(self.folder.join("sessions"))?;
        let l = line::header_line(h).unwrap();
        let p = self.session_path(&h.id);
        fs::write(&p, format!("{}{}{}", line::BANNER, l.text, line::CLOSING))?;
        let lk = self.lock(&h.id)?;
        let mut f = SessionFile { path: p, mark: Some(l.mark), _lock: lk };
        for e in ev {
            f.append(e)?;
        }
        Ok(f)
    }
    fn lock(&self, id: &str) -> Result<fs::File, StoreError> {
        let f = fs::File::create(self.folder.join("sessions").join(format!(".{id}.lock")))?;
        f.try_lock().map_err(|_| StoreError::Held("noor".into()))?;
        Ok(f)
    }
    /// x
    pub fn continue_session(&self, id: &str) -> Result<SessionFile, StoreError> {
        let lk = self.lock(id)?;
        let r = line::read(&fs::read(self.session_path(id))?);
        Ok(SessionFile { path: self.session_path(id), mark: r.last_mark(), _lock: lk })
    }
    /// x
    pub fn names(&self, _id: &str) -> Result<Names, StoreError> {
        Ok(Names::default())
    }
    /// x
    pub fn write_names(&self, _id: &str, _n: &Names) -> Result<(), StoreError> {
        Ok(())
    }
}
/// x
pub mod samples {
    /// x
    pub fn all() -> Vec<crate::record::Session> {
        let b: &[u8] = include_bytes!("../sessions/harbourline.ron");
        let r = super::line::read(b);
        vec![crate::record::Session::fold(r.heading.header, r.events)]
    }
}
/// x
pub fn read_session_file(p: &Path) -> Result<Loaded, StoreError> {
    let r = line::read(&fs::read(p)?);
    Ok(Loaded { session: Session::fold(r.heading.header, r.events), faults: r.faults })
}
