//! SVG to PNG, with the fonts of the machine. What a font lacks is an error: a picture without its words would be worse.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, FontFamily, FontResolver, Options, Tree, fontdb};
use std::sync::{Arc, Mutex};

/// The fonts that are installed.
pub struct Fonts(Arc<fontdb::Database>);

impl Fonts {
    pub fn load() -> Self {
        let mut fonts = fontdb::Database::new();
        fonts.load_system_fonts();
        Self(Arc::new(fonts))
    }

    /// Draws an SVG file with `scale` pixels for each of its units.
    ///
    /// Of the fonts that a text names the first that is installed is taken, and no other one in its place: the lines
    /// were broken by the widths of those.
    pub fn png(&self, svg: &str, scale: f32) -> Result<Vec<u8>, String> {
        let problems = Mutex::new(Vec::new());
        let problem = |problem: String| {
            problems.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).push(problem);
            None
        };
        let select_font = |font: &usvg::Font, fonts: &mut Arc<fontdb::Database>| {
            let named = font.families().iter().filter_map(|family| match family {
                FontFamily::Named(name) => Some(name.as_str()),
                _ => None,
            });
            let families: Vec<_> = named.clone().map(fontdb::Family::Name).collect();
            let weight = fontdb::Weight(font.weight());
            let found = fonts.query(&fontdb::Query { families: &families, weight, ..Default::default() });
            found
                .or_else(|| problem(format!("none of the fonts {} is installed", named.collect::<Vec<_>>().join(", "))))
        };
        let select_fallback = |letter: char, _: &[fontdb::ID], _: &mut Arc<fontdb::Database>| {
            problem(format!("the font has no {letter:?}"))
        };
        let options = Options {
            font_resolver: FontResolver {
                select_font: Box::new(select_font),
                select_fallback: Box::new(select_fallback),
            },
            fontdb: self.0.clone(),
            ..Options::default()
        };
        let tree = Tree::from_str(svg, &options).map_err(|error| error.to_string());
        drop(options);
        if let Some(problem) = problems.into_inner().unwrap_or_default().pop() {
            return Err(format!("{problem}; install fonts-liberation, or Arial and Times New Roman"));
        }
        let tree = tree?;
        let size = tree.size().to_int_size().scale_by(scale).ok_or("a picture without size")?;
        let mut pixels = Pixmap::new(size.width(), size.height()).ok_or("a picture without size")?;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        pixels.encode_png().map_err(|error| error.to_string())
    }
}
