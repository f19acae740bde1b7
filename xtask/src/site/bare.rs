//! Pieces without code. What several areas share is cut into a piece for each group of areas, also where that is nothing
//! but a few letters of text: more than half of the pieces, each of them a request. Their bytes are put into the main
//! piece, where they lie at the same place in memory, and the script no longer asks for them.
use super::optimise::number;
use super::small::{leb, sections};
use anyhow::{Context, Result};
use std::collections::BTreeMap;

const FUNCTIONS: u8 = 3;
const ELEMENTS: u8 = 9;
const DATA: u8 = 11;
const DATA_COUNT: u8 = 12;

/// A piece: its name without ending, and its wasm.
pub type Piece = (String, Vec<u8>);

/// The main piece with the bytes of the pieces that have no code. Those leave `pieces`, the script and the lists of what
/// areas need.
pub fn into_main(
    main: &[u8],
    pieces: &mut Vec<Piece>,
    script: &mut String,
    needed: &mut BTreeMap<String, Vec<String>>,
) -> Result<Vec<u8>> {
    let (mut count, mut segments) = (0, Vec::new());
    for (name, wasm) in std::mem::take(pieces) {
        match bare(&wasm).context("a piece is no wasm")? {
            None => pieces.push((name, wasm)),
            Some((own, bytes)) => {
                count += own;
                segments.extend(bytes);
                forget(script, &name)
                    .with_context(|| format!("the script does not load {name} as expected"))?;
                needed.values_mut().for_each(|pieces| pieces.retain(|piece| *piece != name));
            }
        }
    }
    with_data(main, count, &segments).context("the main piece is no wasm")
}

/// The segments of data of a piece that has nothing else: how many, and as they are written.
fn bare(wasm: &[u8]) -> Option<Option<(usize, Vec<u8>)>> {
    let module = sections(wasm)?;
    let body = |kind: u8| module.iter().find(|(own, _)| *own == kind).map(|(_, body)| *body);
    let is_empty = |kind| body(kind).is_none_or(|body| number(body).is_some_and(|(count, _)| count == 0));
    if !is_empty(FUNCTIONS) || !is_empty(ELEMENTS) {
        return Some(None);
    }
    let Some(data) = body(DATA) else { return Some(Some((0, Vec::new()))) };
    let (count, width) = number(data)?;
    Some(Some((count, data.get(width..)?.to_vec())))
}

/// A program with more segments of data.
fn with_data(program: &[u8], count: usize, segments: &[u8]) -> Option<Vec<u8>> {
    let mut whole = program.get(..8)?.to_vec();
    for (kind, body) in sections(program)? {
        let body = match kind {
            DATA | DATA_COUNT => {
                let (own, width) = number(body)?;
                let more = if kind == DATA { segments } else { &[] };
                [&leb(own + count), body.get(width..)?, more].concat()
            }
            _ => body.to_vec(),
        };
        whole.push(kind);
        whole.extend(leb(body.len()));
        whole.extend(body);
    }
    Some(whole)
}

/// Has the script take a piece for loaded.
fn forget(script: &mut String, name: &str) -> Option<()> {
    const END: &str = "]);";
    let begin = script.find(&format!("const __{name} = makeLoad("))?;
    let end = begin + script[begin..].find(END)? + END.len();
    script.replace_range(begin..end, &format!("const __{name} = async () => {{}};"));
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &[u8] = b"\0asm\x01\0\0\0";

    fn module(parts: &[(u8, &[u8])]) -> Vec<u8> {
        let parts = parts.iter().flat_map(|(kind, body)| [&[*kind], &leb(body.len())[..], body].concat());
        HEADER.iter().copied().chain(parts).collect()
    }

    #[test]
    fn a_piece_of_data_alone_goes_into_the_main_one() {
        let main = module(&[(DATA_COUNT, &[1]), (10, &[0]), (DATA, &[1, 0, 0x41, 8, 0x0b, 1, b'a'])]);
        let data = module(&[(FUNCTIONS, &[0]), (DATA, &[1, 0, 0x41, 9, 0x0b, 1, b'b'])]);
        let code = module(&[(FUNCTIONS, &[1, 0]), (DATA, &[1, 0, 0x41, 10, 0x0b, 1, b'c'])]);
        let mut pieces = vec![("chunk_1".to_owned(), data), ("chunk_2".to_owned(), code.clone())];
        let load = |name: &str| {
            format!("const __{name} = makeLoad(() => {{\n    fetch(\"./{name}.wasm\");\n}}\n, []);\n")
        };
        let mut script = [load("chunk_1"), load("chunk_2")].concat();
        let names = ["chunk_1", "chunk_2"].map(str::to_owned).to_vec();
        let mut needed = BTreeMap::from([("area_leads".to_owned(), names)]);
        let whole = into_main(&main, &mut pieces, &mut script, &mut needed).unwrap();
        let data: &[u8] = &[2, 0, 0x41, 8, 0x0b, 1, b'a', 0, 0x41, 9, 0x0b, 1, b'b'];
        assert_eq!(whole, module(&[(DATA_COUNT, &[2]), (10, &[0]), (DATA, data)]));
        assert_eq!(pieces, [("chunk_2".to_owned(), code)]);
        assert_eq!(needed["area_leads"], ["chunk_2"]);
        assert_eq!(script, format!("const __chunk_1 = async () => {{}};\n{}", load("chunk_2")));
    }

    #[test]
    fn a_script_that_loads_in_another_way_is_an_error() {
        let data = module(&[(DATA, &[0])]);
        let mut pieces = vec![("chunk_1".to_owned(), data)];
        let main = module(&[(DATA, &[0])]);
        assert!(into_main(&main, &mut pieces, &mut String::new(), &mut BTreeMap::new()).is_err());
    }
}
