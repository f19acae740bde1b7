//! Functions that a page loads only when it needs them (`#[lazy]`, `LazyRoute`). The compiler leaves them as imports from a
//! module that does not exist. A development build joins them to the program again: one file, nothing to load.
use anyhow::{Context, Result};
use std::path::Path;
use walrus::{FunctionId, Module, ValType, ir::Value};

/// What the macro of lazy functions writes as the module of its imports.
const PLACEHOLDER: &str = "__wasm_split_placeholder__";

/// Reads a program and joins its lazy functions to it; a program without any is given as it is.
pub fn joined(program: &Path) -> Result<Vec<u8>> {
    let bytes = std::fs::read(program).with_context(|| program.display().to_string())?;
    if !bytes.windows(PLACEHOLDER.len()).any(|window| window == PLACEHOLDER.as_bytes()) {
        return Ok(bytes);
    }
    let mut module = Module::from_buffer(&bytes)?;
    join(&mut module)?;
    Ok(module.emit_wasm())
}

fn join(module: &mut Module) -> Result<()> {
    let imports = module.imports.iter().filter(|import| import.module == PLACEHOLDER);
    let imports: Vec<_> = imports.map(|import| (import.name.clone(), import.kind.clone())).collect();
    for (name, kind) in imports {
        let walrus::ImportKind::Function(function) = kind else { continue };
        match exported_twin(&name) {
            Some(twin) => call_directly(module, function, &twin)?,
            None => report_loaded(module, function)?,
        }
    }
    Ok(())
}

/// `__wasm_split_00board_100_import_ab_view` is the import of what `__wasm_split_00board_100_export_ab_view` exports.
fn exported_twin(name: &str) -> Option<String> {
    let (before, after) = name.split_once("00_import_")?;
    Some(format!("{before}00_export_{after}"))
}

fn call_directly(module: &mut Module, function: FunctionId, twin: &str) -> Result<()> {
    let target = module.exports.get_func(twin).with_context(|| format!("nothing exports {twin}"))?;
    module.replace_imported_func(function, |(body, arguments)| {
        for argument in arguments {
            body.local_get(*argument);
        }
        body.call(target);
    })?;
    module.exports.remove(twin)
}

/// `load(callback, data)`: there is nothing to load, so `callback(data, true)` is called at once.
fn report_loaded(module: &mut Module, function: FunctionId) -> Result<()> {
    let table = module.tables.main_function_table()?.context("the program has no table of functions")?;
    let callback_type = module.types.add(&[ValType::I32, ValType::I32], &[]);
    module.replace_imported_func(function, |(body, arguments)| {
        if let [callback, data] = arguments[..] {
            body.local_get(data)
                .const_(Value::I32(1))
                .local_get(callback)
                .call_indirect(callback_type, table);
        }
    })?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::{ConstExpr, ElementKind, FunctionBuilder, RefType};

    /// A program with one lazy function, `double`, and its loader.
    fn lazy_program() -> Module {
        let mut module = Module::default();
        let load_type = module.types.add(&[ValType::I32, ValType::I32], &[]);
        let view_type = module.types.add(&[ValType::I32], &[ValType::I32]);
        let (load, _) = module.add_import_func(PLACEHOLDER, "__wasm_split_load_board", load_type);
        let (view, _) =
            module.add_import_func(PLACEHOLDER, "__wasm_split_00board00_import_ab_view", view_type);
        let mut double = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[ValType::I32]);
        let number = module.locals.add(ValType::I32);
        double.func_body().local_get(number).local_get(number).binop(walrus::ir::BinaryOp::I32Add);
        let double = double.finish(vec![number], &mut module.funcs);
        module.exports.add("__wasm_split_00board00_export_ab_view", double);
        let mut start = FunctionBuilder::new(&mut module.types, &[], &[]);
        start.func_body().i32_const(0).i32_const(7).call(load).i32_const(2).call(view).drop();
        let start = start.finish(vec![], &mut module.funcs);
        module.exports.add("start", start);
        let table = module.tables.add_local(false, 1, Some(1), RefType::FUNCREF);
        let offset = ConstExpr::Value(Value::I32(0));
        let functions = walrus::ElementItems::Functions(vec![double]);
        module.elements.add(ElementKind::Active { table, offset }, functions);
        module
    }

    #[test]
    fn a_joined_program_imports_nothing_and_exports_what_it_did() {
        let mut module = lazy_program();
        join(&mut module).unwrap();
        let module = Module::from_buffer(&module.emit_wasm()).unwrap();
        assert_eq!(module.imports.iter().count(), 0);
        assert_eq!(module.exports.iter().map(|export| export.name.as_str()).collect::<Vec<_>>(), ["start"]);
    }

    #[test]
    fn a_program_without_lazy_functions_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("program.wasm");
        let bytes = Module::default().emit_wasm();
        std::fs::write(&program, &bytes).unwrap();
        assert_eq!(joined(&program).unwrap(), bytes);
    }
}
