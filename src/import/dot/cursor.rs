use super::tokens::{DotFault, DotForm, DotToken, DotTokens};
use crate::import::error::ImportError;
use crate::import::graphviz::DotText;
use crate::import::input::file::ImportedFile;
use crate::import::place::SourcePlace;

/// Reads the parts of a text in the DOT language one after the other, looking one ahead.
pub(super) struct DotCursor<'a> {
    file: &'a ImportedFile,
    tokens: DotTokens<'a>,
    ahead: Option<(usize, DotToken)>,
    /// The line of the part that was taken last.
    line: usize,
}

impl<'a> DotCursor<'a> {
    pub(super) fn new(file: &'a ImportedFile) -> Self {
        Self { file, tokens: DotTokens::new(file.text()), ahead: None, line: 1 }
    }

    /// Returns the place of the part that was taken last.
    pub(super) fn place(&self) -> SourcePlace {
        self.file.line(self.line)
    }

    /// Returns the next part without taking it; `None` at the end.
    pub(super) fn peek(&mut self) -> Result<Option<&DotToken>, ImportError> {
        if self.ahead.is_none() {
            self.ahead = self.tokens.next().map_err(|fault| self.at_fault(fault))?;
        }
        Ok(self.ahead.as_ref().map(|(_, token)| token))
    }

    /// Takes the next part.
    pub(super) fn take(&mut self) -> Result<Option<DotToken>, ImportError> {
        self.peek()?;
        Ok(self.ahead.take().map(|(line, token)| {
            self.line = line;
            token
        }))
    }

    /// Takes a mark, if it is next; returns whether it was.
    pub(super) fn takes(&mut self, mark: char) -> Result<bool, ImportError> {
        let is_it = self.peek()? == Some(&DotToken::Mark(mark));
        if is_it {
            self.take()?;
        }
        Ok(is_it)
    }

    /// Takes a keyword, in any case, if it is next; returns whether it was.
    pub(super) fn takes_keyword(&mut self, keyword: &str) -> Result<bool, ImportError> {
        let is_it = matches!(self.peek()?, Some(DotToken::Word { text, form: DotForm::Bare }) if text.eq_ignore_ascii_case(keyword));
        if is_it {
            self.take()?;
        }
        Ok(is_it)
    }

    /// Takes a word, if one is next.
    pub(super) fn take_word(&mut self) -> Result<Option<(String, DotForm)>, ImportError> {
        if !matches!(self.peek()?, Some(DotToken::Word { .. })) {
            return Ok(None);
        }
        Ok(self.take()?.and_then(|token| match token {
            DotToken::Word { text, form } => Some((text, form)),
            _ => None,
        }))
    }

    /// Takes a word as a value; an error if none is next.
    pub(super) fn take_value(&mut self) -> Result<DotText, ImportError> {
        match self.take_word()? {
            Some((text, form)) => Ok(DotText { text, is_html: form == DotForm::Html }),
            None => Err(self.due("a value")),
        }
    }

    /// Returns the error that something else is due than what stands there.
    pub(super) fn due(&mut self, what: &str) -> ImportError {
        let line = self.ahead.as_ref().map_or(self.line, |(line, _)| *line);
        self.at_fault((line, format!("{what} is due here")))
    }

    /// Returns the error that something is wrong with the part that was taken last.
    pub(super) fn fault(&self, says: &str) -> ImportError {
        self.at_fault((self.line, says.to_owned()))
    }

    fn at_fault(&self, (line, says): DotFault) -> ImportError {
        ImportError::at(self.file.line(line), says, "Graphviz says more: dot -Tsvg FILE")
    }
}
