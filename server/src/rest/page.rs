//! The description as a page to read, without a script.

use std::fmt::Write;

use serde_json::Value;

use super::problem;

/// The page of a description, with this style sheet.
pub fn draw(document: &Value, style: &str) -> String {
    let mut html = String::from("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">");
    html.push_str(
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Foyer API</title>",
    );
    say(&mut html, format_args!("<link rel=\"stylesheet\" href=\"{}\"></head><body><main>", escaped(style)));
    html.push_str("<h1>Foyer API</h1>");
    paragraph(&mut html, &document["info"]["description"]);
    html.push_str(
        "<p>Send a token: <code>Authorization: Bearer foy_...</code>. People make tokens under Settings; ",
    );
    html.push_str("<code>foyer token create</code> makes one on the server. ");
    html.push_str("For programs: <a href=\"/api/v1/openapi.json\">openapi.json</a>.</p>");
    let mut group = "";
    for (path, methods) in document["paths"].as_object().into_iter().flatten() {
        for (method, operation) in methods.as_object().into_iter().flatten() {
            let tag = operation["tags"][0].as_str().unwrap_or_default();
            if tag != group {
                say(&mut html, format_args!("<h2 id=\"{0}\">{0}</h2>", escaped(tag)));
                group = tag;
            }
            draw_operation(&mut html, method, path, operation);
        }
    }
    draw_types(&mut html, &document["components"]["schemas"]);
    draw_problems(&mut html);
    html.push_str("</main></body></html>");
    html
}

fn draw_operation(html: &mut String, method: &str, path: &str, operation: &Value) {
    let name = text(&operation["operationId"]);
    let method = method.to_uppercase();
    say(
        html,
        format_args!("<details id=\"{name}\"><summary><code>{method} {}</code></summary>", escaped(path)),
    );
    paragraph(html, &operation["summary"]);
    match operation["x-permission"].as_str() {
        Some("-") | None => {}
        Some(right) => say(html, format_args!("<p>Right: <code>{}</code></p>", escaped(right))),
    }
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    let mut list = String::new();
    for parameter in parameters {
        let (name, place) = (text(&parameter["name"]), text(&parameter["in"]));
        let (kind, about) = (text(&parameter["schema"]["type"]), text(&parameter["description"]));
        say(&mut list, format_args!("<li><code>{name}</code> ({place}, {kind}) {about}</li>"));
    }
    if !list.is_empty() {
        say(html, format_args!("<ul>{list}</ul>"));
    }
    for (media_type, content) in operation["requestBody"]["content"].as_object().into_iter().flatten() {
        say(html, format_args!("<p>Takes {}: {}</p>", escaped(media_type), kind(&content["schema"])));
    }
    for (status, answer) in
        operation["responses"].as_object().into_iter().flatten().filter(|(status, _)| *status != "default")
    {
        let content = answer["content"].as_object().and_then(|content| content.iter().next());
        let told = content
            .map(|(media_type, content)| format!(": {}, {}", escaped(media_type), kind(&content["schema"])));
        say(html, format_args!("<p>Answers {}{}</p>", escaped(status), told.unwrap_or_default()));
    }
    html.push_str("</details>");
}

fn draw_types(html: &mut String, schemas: &Value) {
    html.push_str("<h2>Types</h2>");
    for (name, schema) in schemas.as_object().into_iter().flatten() {
        let name = escaped(name);
        say(html, format_args!("<details id=\"type-{name}\"><summary><code>{name}</code></summary>"));
        paragraph(html, &schema["description"]);
        let parts = schema["allOf"].as_array().cloned().unwrap_or_else(|| vec![schema.clone()]);
        for part in &parts {
            draw_fields(html, part);
        }
        html.push_str("</details>");
    }
}

fn draw_fields(html: &mut String, schema: &Value) {
    let Some(fields) = schema["properties"].as_object() else {
        say(html, format_args!("<p>{}</p>", kind(schema)));
        return;
    };
    html.push_str("<ul>");
    for (name, field) in fields {
        let about = text(&field["description"]);
        say(html, format_args!("<li><code>{}</code>: {}. {about}</li>", escaped(name), kind(field)));
    }
    html.push_str("</ul>");
}

fn draw_problems(html: &mut String) {
    html.push_str("<h2>Problems</h2><p>Whatever goes wrong is told as <a href=\"#type-Problem\">Problem</a>. The kinds:</p><ul>");
    for (status, word) in problem::types() {
        say(html, format_args!("<li id=\"{word}\"><code>{word}</code> ({status})</li>"));
    }
    html.push_str("</ul>");
}

/// A type in a few words, with links to the types it names.
fn kind(schema: &Value) -> String {
    if let Some(name) = schema["$ref"].as_str().and_then(|place| place.rsplit('/').next()) {
        return format!("<a href=\"#type-{0}\">{0}</a>", escaped(name));
    }
    for way in ["oneOf", "anyOf", "allOf"] {
        if let Some(ways) = schema[way].as_array() {
            return ways.iter().map(kind).collect::<Vec<_>>().join(" or ");
        }
    }
    if let Some(words) = schema["enum"].as_array() {
        return words
            .iter()
            .map(|word| format!("<code>{}</code>", text(word)))
            .collect::<Vec<_>>()
            .join(", ");
    }
    if schema["properties"]["items"].is_object() {
        return format!("a page of {}", kind(&schema["properties"]["items"]["items"]));
    }
    match &schema["type"] {
        Value::String(word) if word == "array" => format!("list of {}", kind(&schema["items"])),
        Value::Array(words) => words.iter().map(text).collect::<Vec<_>>().join(" or "),
        word => text(word),
    }
}

fn paragraph(html: &mut String, said: &Value) {
    let said = text(said);
    if !said.is_empty() {
        say(html, format_args!("<p>{said}</p>"));
    }
}

/// The text of a value, safe to stand in the page.
fn text(value: &Value) -> String {
    escaped(value.as_str().unwrap_or_default())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

/// Writing into a text cannot fail.
fn say(html: &mut String, said: std::fmt::Arguments<'_>) {
    let _ = html.write_fmt(said);
}
