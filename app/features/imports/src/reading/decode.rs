use std::io::Read;

use encoding_rs::{Decoder, DecoderResult};

use super::FileProblem;
use crate::Encoding;

/// The text of a file, piece by piece. Letters that the encoding does not have are an error, never a `U+FFFD`.
pub struct Decoded<R> {
    source: R,
    decoder: Decoder,
    raw: Vec<u8>,
    /// What of `raw` is still to be decoded.
    rest: std::ops::Range<usize>,
    is_over: bool,
}

/// Bytes that are read at a time.
const PIECE: usize = 64 * 1024;

impl Encoding {
    /// The decoder's own value.
    pub(crate) fn native(self) -> &'static encoding_rs::Encoding {
        encoding_rs::Encoding::for_label(self.name().as_bytes()).unwrap_or(encoding_rs::UTF_8)
    }
}

impl<R: Read> Decoded<R> {
    /// The text of `source`; a byte order mark at its beginning is no part of it.
    pub fn new(source: R, encoding: Encoding) -> Self {
        let decoder = encoding.native().new_decoder_with_bom_removal();
        Self { source, decoder, raw: vec![0; PIECE], rest: 0..0, is_over: false }
    }

    /// Puts the next piece into `text`, in place of what was in it; false at the end. `line` is for the message.
    ///
    /// # Errors
    /// `Gone` if the file cannot be read, `Letters` where the encoding does not fit.
    pub fn next_piece(&mut self, text: &mut String, line: u64) -> Result<bool, FileProblem> {
        text.clear();
        text.reserve(PIECE * 3 + 16);
        while text.is_empty() {
            if self.is_over {
                return Ok(false);
            }
            if self.rest.is_empty() {
                let read = self.source.read(&mut self.raw).map_err(|_| FileProblem::Gone)?;
                self.rest = 0..read;
                self.is_over = read == 0;
            }
            let piece = &self.raw[self.rest.clone()];
            let (result, used) = self.decoder.decode_to_string_without_replacement(piece, text, self.is_over);
            self.rest.start += used;
            if let DecoderResult::Malformed(..) = result {
                return Err(FileProblem::Letters(line + lines_of(text)));
            }
        }
        Ok(true)
    }
}

fn lines_of(text: &str) -> u64 {
    let count = |end| text.bytes().filter(|byte| *byte == end).count() as u64;
    count(b'\n').max(count(b'\r'))
}
